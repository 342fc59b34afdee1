import { pages } from './pages.generated.js';

export interface Section {
  /** The page's title in Storybook. */
  readonly page: string;
  readonly heading: string;
  readonly text: string;
  /** Storybook's address of the page. */
  readonly link: string;
}

export interface Found extends Section {
  /** The text around the first word found. */
  readonly excerpt: string;
}

const plain = (markdown: string): string =>
  markdown
    .replace(/<!--.*?-->/gs, '')
    .replace(/^```.*$/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\|[-| ]+\|$/gm, '')
    .replace(/[`*|#]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The texts of docs/ cut at their headings. `texts` is keyed by the path below docs/. */
export function sectionsOf(texts: Readonly<Record<string, string>>): Section[] {
  return pages.flatMap(({ path, title, id }) =>
    (texts[path] ?? '')
      .split(/^(?=#{1,4} )/m)
      .map((block) => {
        const [, heading = '', text = ''] = /^#{1,4} (.*)\n?([\s\S]*)$/.exec(block) ?? [];
        return { page: title, heading: plain(heading), text: plain(text), link: `./?path=/docs/${id}` };
      })
      .filter(({ heading }) => heading),
  );
}

/** Sections that hold every word, those with the words in their heading first. */
export function searchDocs(sections: readonly Section[], query: string, most = 30): Found[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const rank = ({ heading }: Section) => words.filter((word) => heading.toLowerCase().includes(word)).length;
  return sections
    .filter(({ heading, text }) => words.every((word) => `${heading} ${text}`.toLowerCase().includes(word)))
    .map((section) => {
      const at = Math.max(0, section.text.toLowerCase().indexOf(words[0]!) - 60);
      const excerpt = `${at ? '…' : ''}${section.text.slice(at, at + 180)}${section.text.length > at + 180 ? '…' : ''}`;
      return { ...section, excerpt };
    })
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, most);
}
