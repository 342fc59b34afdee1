import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { errorList } from '../../../src/errors/errorList.js';
import { pages } from '../../../stories/docs/pages.generated.js';
import { createDocsSearch, sectionsOf } from '../../../stories/docs/searchDocs.js';

const texts = Object.fromEntries(pages.map(({ path }) => [path, readFileSync(`docs/${path}`, 'utf8')]));
const docs = createDocsSearch(sectionsOf(texts));

describe('the search of the documentation', () => {
  test.each(Object.keys(errorList))('finds the section of %s first', (code) => {
    expect(docs.find(code)[0]?.link).toBe(`./?path=/docs/guides-troubleshooting--docs#${code.toLowerCase()}`);
  });

  it('finds a word with a slip in it, and the start of a word', () => {
    expect(docs.find('troubelshooting').length).toBeGreaterThan(0);
    expect(docs.find('screensh').length).toBeGreaterThan(0);
  });

  it('shows whole words around what was found, and marks it', () => {
    for (const { excerpt } of docs.find('webhook')) {
      expect(excerpt.map(({ text }) => text).join('')).not.toMatch(/\|/);
      for (const { text, isMatch } of excerpt) if (isMatch) expect(text.toLowerCase()).toMatch(/webhook/);
    }
  });

  it('returns nothing for a text of special characters', () => {
    for (const text of ['', ' ', '((', '\\', '"'.repeat(500)]) expect(docs.find(text)).toEqual([]);
  });
});
