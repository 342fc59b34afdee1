import { expect, test } from 'vitest';
import { isSameRoom } from '../../../src/params/roomAddress.js';

test.each([
  ['https://acme.whereby.com/demo', 'https://acme.whereby.com/demo?roomKey=k&chat=on#top', true],
  ['https://acme.whereby.com/demo', 'https://ACME.whereby.com:443/demo', true],
  ['https://acme.whereby.com/demo', 'https://acme.whereby.com/other', false],
  ['https://acme.whereby.com/demo', 'https://acme.whereby.com/Demo', false],
  ['https://acme.whereby.com/demo', 'https://other.whereby.com/demo', false],
  ['http://localhost:1/demo', 'http://localhost:2/demo', false],
])('%s and %s are the same room: %s', (one, other, expected) => {
  expect(isSameRoom(new URL(one), new URL(other))).toBe(expected);
});
