import fc from 'fast-check';
import { params, toWherebyLanguage } from 'react-whereby-embed';
import { expect, test } from 'vitest';

test.each([
  ['pt-BR', 'pt'],
  ['ja', 'jp'],
  ['ja-JP', 'jp'],
  ['no', 'nb'],
  ['nn-NO', 'nb'],
  ['nb_NO', 'nb'],
  ['zh-TW', 'zh-hant'],
  ['zh-Hant-HK', 'zh-hant'],
  ['zh-CN', undefined],
  ['zh', undefined],
  ['en-GB', 'en'],
  ['uk-UA', 'uk'],
  ['fi', undefined],
  ['', undefined],
  ['not a locale', undefined],
])('toWherebyLanguage returns for %s: %s', (locale, language) => {
  expect(toWherebyLanguage(locale)).toBe(language);
});

test('toWherebyLanguage returns the first of several locales that a room speaks', () => {
  expect(toWherebyLanguage(['fi', 'sv-FI', 'en'])).toBe('sv');
  expect(toWherebyLanguage([])).toBeUndefined();
});

test.each([...(params.lang.values ?? [])])('toWherebyLanguage keeps the room code %s', (code) => {
  expect(toWherebyLanguage(code)).toBe(code);
});

test('toWherebyLanguage never throws on a text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => [undefined, ...(params.lang.values ?? [])].includes(toWherebyLanguage(text))),
  );
});
