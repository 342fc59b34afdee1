import { describe, expect, it } from 'vitest';
import { en } from '../../../src/sandbox/room/labels/en.js';
import type { LabelKey } from '../../../src/sandbox/room/labels/en.js';
import { fill } from '../../../src/sandbox/room/labels/fill.js';
import { loadLabels } from '../../../src/sandbox/room/labels/loadLabels.js';
import { locales } from '../../../src/sandbox/room/labels/locales.js';
import { params } from '../../../src/params/registry.js';
import type { WherebyLanguage } from '../../../src/params/types.js';

const languages = (params.lang.values ?? []) as readonly WherebyLanguage[];
const keys = Object.keys(en) as LabelKey[];
const holes = (label: string) => (label.match(/\{\w+\}/g) ?? []).toSorted();

describe.each(languages)('the room in %s', (language) => {
  it('has every label, with the same blanks to fill in', async () => {
    const labels = await loadLabels(language);
    expect(Object.keys(labels)).toEqual(keys);
    for (const key of keys) {
      expect(labels[key].trim(), key).not.toBe('');
      expect(holes(labels[key]), key).toEqual(holes(en[key]));
    }
  });

  it('is told apart from English', async () => {
    const labels = await loadLabels(language);
    const same = keys.filter((key) => labels[key] === en[key]);
    // Some words are the same in several languages; whole sentences are not.
    if (language !== 'en') expect(same.length).toBeLessThan(keys.length / 8);
    expect(locales[language].name).not.toBe('');
    expect(new Intl.Locale(locales[language].tag).language).toMatch(/^[a-z]{2}$/);
  });
});

describe('fill', () => {
  it('puts values in and leaves blanks it has no value for', () => {
    expect(fill('{name} knocks on {door}', { name: '$& Ada' })).toBe('$& Ada knocks on {door}');
  });
});
