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
])('%s is %s to a room', (locale, language) => {
  expect(toWherebyLanguage(locale)).toBe(language);
});

test('the first of several locales that a room speaks is taken', () => {
  expect(toWherebyLanguage(['fi', 'sv-FI', 'en'])).toBe('sv');
  expect(toWherebyLanguage([])).toBeUndefined();
});

test.each([...(params.lang.values ?? [])])('the code %s stands for itself', (code) => {
  expect(toWherebyLanguage(code)).toBe(code);
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => [undefined, ...(params.lang.values ?? [])].includes(toWherebyLanguage(text))),
  );
});
