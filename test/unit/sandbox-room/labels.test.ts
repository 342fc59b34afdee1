import { describe, expect, it } from 'vitest';
import { en } from '../../../src/sandbox/room/labels/en.js';
import type { LabelKey } from '../../../src/sandbox/room/labels/en.js';
import { fill } from '../../../src/sandbox/room/labels/fill.js';
import { loadLabels } from '../../../src/sandbox/room/labels/loadLabels.js';
import { isLanguage, locales } from '../../../src/sandbox/room/labels/locales.js';
import { params } from '../../../src/params/registry.js';

const languages = Object.keys(locales).filter(isLanguage);
const keys = Object.keys(en) as LabelKey[];
const listPlaceholders = (label: string) => (label.match(/\{\w+\}/g) ?? []).toSorted();

describe.each(languages)('the room in %s', (language) => {
  it('has every label, with the same placeholders as in English', async () => {
    const labels = await loadLabels(language);
    expect(Object.keys(labels)).toEqual(keys);
    for (const key of keys) {
      expect(labels[key].trim(), key).not.toBe('');
      expect(listPlaceholders(labels[key]), key).toEqual(listPlaceholders(en[key]));
    }
  });

  it('is translated', async () => {
    const labels = await loadLabels(language);
    const same = keys.filter((key) => labels[key] === en[key]);
    // Some words are the same in several languages; whole sentences are not.
    if (language !== 'en') expect(same.length).toBeLessThan(keys.length / 8);
    expect(locales[language].name).not.toBe('');
    expect(new Intl.Locale(locales[language].tag).language).toMatch(/^[a-z]{2}$/);
  });
});

it('has the languages of the service, and one from right to left', () => {
  const own = languages.filter((language) => params.lang.check(language) !== true);
  expect(languages.toSorted()).toEqual([...(params.lang.values ?? []), ...own].toSorted());
  expect(own.map((language) => locales[language].direction)).toEqual(['rtl']);
});

describe('fill', () => {
  it('replaces placeholders that have a value and keeps the others', () => {
    expect(fill('{name} knocks on {door}', { name: '$& Ada' })).toBe('$& Ada knocks on {door}');
  });
});
