import MiniSearch from 'minisearch';
import { pages } from './pages.generated.js';
import { slugify } from './slugify.js';

export interface Section {
  /** Storybook's address of the section. */
  readonly link: string;
  /** The page's title in Storybook. */
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** A piece of an excerpt, and whether it is one of the words that were looked for. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface Found extends Section {
  /** The text around the first word found. */
  readonly excerpt: readonly ExcerptPart[];
  /** The words of the documentation that matched. */
  readonly words: readonly string[];
}

export interface DocsSearch {
  find(query: string): readonly Found[];
  /** Other words to look for, if there is nothing to find. */
  suggest(query: string): readonly string[];
}

const EXCERPT = 190;
const MOST = 30;

/** Cells of a table become a list, or they would read as one word. */
const plain = (markdown: string): string =>
  markdown
    .replace(/<!--.*?-->/gs, '')
    .replace(/^```.*$/gm, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\|[-:| ]+\|$/gm, '')
    .replace(/^\|\s*|\s*\|$/gm, '')
    .replace(/\s+\|\s+/g, ' · ')
    .replace(/[`*#]+|\\(?=[_|])/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The texts of docs/ cut at their headings. `texts` is keyed by the path below docs/. */
export function sectionsOf(texts: Readonly<Record<string, string>>): Section[] {
  return pages.flatMap(({ path, title, id }) =>
    // A "#" in code starts no section.
    (texts[path] ?? '')
      .replace(/```[\s\S]*?```/g, (code) => code.replace(/^#/gm, ' #'))
      .split(/^(?=#{1,4} )/m)
      .flatMap((block, index) => {
        const [, heading = '', text = ''] = /^#{1,4} (.*)\n?([\s\S]*)$/.exec(block) ?? [];
        if (!heading) return [];
        const anchor = index ? `#${slugify(heading)}` : '';
        return [{ page: title, heading: plain(heading), text: plain(text), link: `./?path=/docs/${id}${anchor}` }];
      }),
  );
}

const isSameText = (one: string, other: string): boolean => one.toLowerCase() === other.trim().toLowerCase();

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text around the first match, from the start of a word to the end of one. */
function excerptOf(text: string, words: readonly string[]): ExcerptPart[] {
  const pattern = words.length ? new RegExp(`(${words.map(escape).join('|')})`, 'gi') : undefined;
  const at = pattern ? Math.max(0, text.search(pattern)) : 0;
  const start = at < 70 ? 0 : text.indexOf(' ', at - 70) + 1;
  const end = text.length <= start + EXCERPT ? text.length : text.lastIndexOf(' ', start + EXCERPT);
  const cut = `${start ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
  return (pattern ? cut.split(pattern) : [cut])
    .map((part, index) => ({ text: part, isMatch: index % 2 === 1 }))
    .filter(({ text: part }) => part);
}

/** Looks through sections: every word must be in one, also as the start of a longer word or with a slip in it. */
export function createDocsSearch(sections: readonly Section[]): DocsSearch {
  const index = new MiniSearch<Section & { readonly id: number }>({
    fields: ['heading', 'page', 'text'],
    searchOptions: {
      boost: { heading: 4, page: 2 },
      prefix: true,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  index.addAll(sections.map((section, id) => ({ ...section, id })));
  return {
    find: (query) =>
      index
        .search(query)
        .flatMap(({ id, terms }) => {
          const section = sections[id as number];
          return section ? [{ ...section, words: terms, excerpt: excerptOf(section.text, terms) }] : [];
        })
        // The section of an error code comes before those of codes that have it in their name.
        .sort((a, b) => Number(isSameText(b.heading, query)) - Number(isSameText(a.heading, query)))
        .slice(0, MOST),
    suggest: (query) =>
      index
        .autoSuggest(query, { fuzzy: 0.4, combineWith: 'OR' })
        .slice(0, 4)
        .map(({ suggestion }) => suggestion),
  };
}
