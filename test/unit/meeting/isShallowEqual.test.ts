import { expect, test } from 'vitest';
import { isShallowEqual } from '../../../src/meeting/isShallowEqual.js';

const list = ['a'];

test.each([
  ['the same text', 'a', 'a'],
  ['NaN', NaN, NaN],
  ['nothing', null, null],
  ['the same values under the same keys', { a: 1, list }, { list, a: 1 }],
  ['lists of the same values', [1, list], [1, list]],
  ['no values', {}, {}],
])('equal: %s', (_what, one, other) => expect(isShallowEqual(one, other)).toBe(true));

test.each([
  ['different texts', 'a', 'b'],
  ['texts of the same letters and an object of them', 'ab', { 0: 'a', 1: 'b' }],
  ['an object and nothing', {}, null],
  ['an object and a number', {}, 1],
  ['numbers', 1, 2],
  ['functions without keys', () => 1, () => 1],
  ['another value', { a: 1, b: 2 }, { a: 1, b: 3 }],
  ['another key', { a: undefined }, { b: undefined }],
  ['a key more', { a: 1 }, { a: 1, b: undefined }],
  ['values that only look the same', { a: ['x'] }, { a: ['x'] }],
  ['0 and -0', { a: 0 }, { a: -0 }],
])('not equal: %s', (_what, one, other) => {
  expect(isShallowEqual(one, other)).toBe(false);
  expect(isShallowEqual(other, one)).toBe(false);
});
