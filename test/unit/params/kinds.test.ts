import fc from 'fast-check';
import { params } from 'react-whereby-embed';
import { describe, expect, test } from 'vitest';
import type { Kind } from '../../../src/params/kinds/Kind.js';
import { paramNames } from '../../../src/params/paramNames.js';
import { anyParams } from '../../support/arbitraryParams.js';

const kindOf = (name: (typeof paramNames)[number]): Kind => params[name];

describe('every kind', () => {
  test('accepts the normal form of each of its values, and writes it as it writes the value', () => {
    fc.assert(
      fc.property(anyParams, (given) => {
        for (const name of paramNames) {
          const { check, parse, serialize } = kindOf(name);
          const value = given[name];
          if (value === undefined) continue;
          expect(check(value)).toBe(true);
          const text = serialize(value);
          if (typeof text !== 'string' || text.includes('%')) continue;
          expect(check(parse(text))).toBe(true);
          expect(serialize(parse(text))).toBe(text);
        }
      }),
    );
  });

  test('says what it takes when it rejects a value', () => {
    for (const name of paramNames) expect(kindOf(name).check(Symbol()), name).toMatch(/^takes /);
  });

  test('returns text that stands for no value as it is, so that it is rejected', () => {
    for (const name of ['chat', 'minimal', 'lang'] as const) {
      expect(kindOf(name).parse('perhaps')).toBe('perhaps');
      expect(kindOf(name).check('perhaps')).not.toBe(true);
    }
  });
});

test.each([
  ['displayName', 'takes at most 100 characters, none of $ ! < > : ;'],
  ['externalId', 'takes at most 36 letters, digits, "-" or "_"'],
  ['groups', 'takes at most 20 names without a comma'],
  ['avatarUrl', 'takes an https URL without a query'],
  ['virtualBackgroundUrl', 'takes an http or https URL'],
  ['chat', 'takes on or off'],
  ['minimal', 'takes true or false'],
] as const)('%s %s', (name, takes) => {
  expect(kindOf(name).check(0)).toBe(takes);
});

test('a flag is read from whatever the official element writes for it', () => {
  for (const text of ['', 'on', 'true', '1']) expect(params.minimal.parse(text)).toBe(true);
  for (const text of ['off', 'false', '0']) expect(params.minimal.parse(text)).toBe(false);
});
