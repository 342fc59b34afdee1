import { describe, expect, test } from 'vitest';
import { matchesHost } from '../../../src/params/matchesHost.js';

describe('a host or origin that is allowed by name', () => {
  test.each([
    ['meet.example.com', 'https://meet.example.com/r'],
    ['meet.example.com', 'https://meet.example.com:8443/r'],
    ['MEET.Example.com', 'https://meet.example.com/r'],
    ['meet.example.com.', 'https://meet.example.com/r'],
    ['meet.example.com', 'https://meet.example.com./r'],
    ['meet.example.com.:8443', 'https://meet.example.com:8443/r'],
    ['meet.example.com:8443', 'https://meet.example.com:8443/r'],
    ['meet.example.com:443', 'https://meet.example.com/r'],
    ['https://meet.example.com', 'https://meet.example.com/r'],
    ['https://meet.example.com:443/', 'https://meet.example.com/r'],
    ['https://meet.example.com/any/path?x#y', 'https://meet.example.com/r'],
    [' meet.example.com ', 'https://meet.example.com/r'],
    ['bücher.example', 'https://xn--bcher-kva.example/r'],
    ['xn--bcher-kva.example', 'https://BÜCHER.example/r'],
    ['localhost:4000', 'http://localhost:4000/r'],
    ['http://localhost:4000', 'http://localhost:4000/r'],
    ['[::1]:4000', 'http://[::1]:4000/r'],
    ['::1', 'http://[::1]:4000/r'],
    ['[0:0:0:0:0:0:0:1]', 'http://[::1]:4000/r'],
    [new URL('https://meet.example.com'), 'https://meet.example.com/r'],
  ])('%s matches %s', (allowed, room) => {
    expect(matchesHost(allowed, new URL(room))).toBe(true);
  });

  test.each([
    ['meet.example.com:8443', 'https://meet.example.com/r'],
    ['https://meet.example.com', 'https://meet.example.com:8443/r'],
    ['http://meet.example.com', 'https://meet.example.com/r'],
    ['meet.example.com', 'https://sub.meet.example.com/r'],
    ['sub.meet.example.com', 'https://meet.example.com/r'],
    ['evilmeet.example.com', 'https://meet.example.com/r'],
    ['meet.example.com', 'https://evilmeet.example.com/r'],
    ['meet.example.com', 'https://meet.example.com.evil.example/r'],
    ['*.example.com', 'https://meet.example.com/r'],
    ['*', 'https://meet.example.com/r'],
    ['.example.com', 'https://meet.example.com/r'],
    ['meet.example.com@evil.example', 'https://meet.example.com/r'],
    ['evil.example@meet.example.com', 'https://meet.example.com/r'],
    ['a.example,meet.example.com', 'https://meet.example.com/r'],
    ['', 'https://meet.example.com/r'],
    [{}, 'https://meet.example.com/r'],
  ])('%s does not match %s', (allowed, room) => {
    expect(matchesHost(allowed, new URL(room))).toBe(false);
  });
});
