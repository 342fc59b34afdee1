import { expect, test } from 'vitest';
import { isLoopback } from '../../../src/params/isLoopback.js';

test.each(['localhost', 'acme.localhost', 'a.b.localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]', 'LOCALHOST'])(
  '%s leads to this machine',
  (hostname) => {
    expect(isLoopback(hostname)).toBe(true);
  },
);

test.each(['', 'localhost.example', '127.0.0.1.example', '0.0.0.0', '192.168.1.5', '128.0.0.1', '::', 'xlocalhost'])(
  '%s may lead elsewhere',
  (hostname) => {
    expect(isLoopback(hostname)).toBe(false);
  },
);
