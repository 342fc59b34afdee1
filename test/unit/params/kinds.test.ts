import fc from 'fast-check';
import { buildRoomUrl, params } from 'react-whereby-embed';
import type { ParamName } from 'react-whereby-embed';
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

test.each<[ParamName, unknown, string]>([
  ['chat', 'TRUE', 'chat=on'],
  ['chat', 'yes', 'chat=on'],
  ['chat', '1', 'chat=on'],
  ['chat', 'On', 'chat=on'],
  ['chat', 'False', 'chat=off'],
  ['chat', 'no', 'chat=off'],
  ['chat', 0, 'chat=off'],
  ['chat', ' on ', 'chat=on'],
  ['chat', '\tOff\n', 'chat=off'],
  ['chat', ' Yes', 'chat=on'],
  ['minimal', 'ON', 'minimal'],
  ['minimal', ' true ', 'minimal'],
  ['minimal', 1, 'minimal'],
  ['floatSelf', 'off', ''],
  ['externalId', 'padded-to-a-width   ', 'externalId=padded-to-a-width'],
  ['displayName', 42n, 'displayName=42'],
  ['displayName', ['Ada'], 'displayName=Ada'],
  ['displayName', 1.5, 'displayName=1.5'],
  ['groups', 'a,b', 'groups=a,b'],
  ['groups', 7, 'groups=7'],
  ['groups', [1, 2n], 'groups=1,2'],
  ['lang', ['de'], 'lang=de'],
  ['lang', ' DE ', 'lang=de'],
  ['cameraEffect', 'Blur ', 'cameraEffect=blur'],
  ['avatarUrl', ' https://a.example/p.png\n', 'avatarUrl=https%3A%2F%2Fa.example%2Fp.png'],
])('%s takes %o for what is surely meant', (name, value, query) => {
  expect(buildRoomUrl('https://acme.whereby.com/demo', { [name]: value })).toBe(
    `https://acme.whereby.com/demo${query && `?${query}`}`,
  );
});

test.each<[ParamName, unknown]>([
  ['chat', 'trueish'],
  ['chat', 'not on'],
  ['chat', 'yes please'],
  ['chat', 'a0'],
  ['chat', ['on', 'off']],
  ['minimal', 'on it'],
  ['minimal', 'is off'],
  ['minimal', 'offside'],
  ['minimal', 'not on'],
  ['displayName', Infinity],
  ['displayName', []],
  ['groups', [['a']]],
  ['groups', ['a', null]],
  ['groups', ['a', ',']],
  ['groups', Array.from({ length: 21 }, String)],
  ['lang', 'de,en'],
  ['avatarUrl', 'https://a.example/p.png x'],
  ['avatarUrl', 'https://'],
  ['virtualBackgroundUrl', 'see http://a.example/p.png'],
  ['virtualBackgroundUrl', 'ftp://a.example/p.png'],
  ['virtualBackgroundUrl', 'https://a.example/p q.png'],
  ['virtualBackgroundUrl', 'https://'],
])('%s does not take %o', (name, value) => {
  const build = () => buildRoomUrl('https://acme.whereby.com/demo', { [name]: value });
  expect(build).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ code: 'INVALID_VALUE' })] }));
});

test.each<[ParamName, unknown]>([
  ['virtualBackgroundUrl', 'http://a.example/p?size=64'],
  ['virtualBackgroundUrl', 'https://a.example/p'],
  ['avatarUrl', 'https://a.example/p.png'],
  ['groups', ['a b', 'ø']],
  ['groups', Array.from({ length: 20 }, String)],
])('%s takes %o as it is', (name, value) => {
  expect(kindOf(name).check(value)).toBe(true);
});

test('a flag is read from whatever the official element writes for it', () => {
  for (const text of ['', 'on', 'true', '1']) expect(params.minimal.parse(text)).toBe(true);
  for (const text of ['off', 'false', '0']) expect(params.minimal.parse(text)).toBe(false);
});
