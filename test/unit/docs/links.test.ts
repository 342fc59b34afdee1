import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageLink, pictureLink } from '../../../stories/docs/pageLink.js';
import { pages } from '../../../stories/docs/pages.generated.js';
import { createDocsSearch, sectionsOf } from '../../../stories/docs/searchDocs.js';
import { listAnchors } from '../../support/anchors.js';

const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
const files = ['README.md', 'CONTRIBUTING.md', ...docs.map((path) => join('docs', path))].filter((path) =>
  existsSync(path),
);
const textOf = (path: string) => readFileSync(path, 'utf8');

/** Code is no place for links. */
const withoutCode = (text: string) => text.replace(/^[ \t]*```[\s\S]*?^[ \t]*```/gm, '').replace(/`[^`\n]*`/g, 'code');

const linksOf = (text: string) => [...withoutCode(text).matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(([, href = '']) => href);

describe.each(files)('%s', (file) => {
  test('leads to files and headings that are there', () => {
    for (const href of linksOf(textOf(file))) {
      if (/^https:/.test(href)) continue;
      const [path = '', anchor] = href.split('#');
      const target = path ? join(dirname(file), path) : file;
      expect(existsSync(target), `${href} leads nowhere`).toBe(true);
      if (anchor) expect(listAnchors(textOf(target)), `${href} leads to no heading`).toContain(anchor);
    }
  });

  test('leads out of the project over https only', () => {
    for (const href of linksOf(textOf(file))) expect(href).not.toMatch(/^(http:|\/|file:|mailto:)/);
  });
});

test('every page of docs/ is in Storybook, and every link between them leads there', () => {
  expect(pages.map(({ path }) => path).sort()).toEqual(docs.map((path) => path.replaceAll('\\', '/')).sort());
  expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  for (const { path } of pages)
    for (const href of linksOf(textOf(`docs/${path}`)).filter(
      (link) => /\.md(#|$)/.test(link) && !link.startsWith('https'),
    ))
      if (!/^(\.\.\/)+(README|CONTRIBUTING)/.test(href))
        expect(pageLink(path, href), href).toMatch(/^\.\/\?path=\/docs\//);
});

test('a guide links only to files that come with the package', () => {
  const { files: packed } = JSON.parse(textOf('package.json')) as { files: string[] };
  // npm packs README.md by itself.
  const isPacked = (path: string) =>
    path === 'README.md' ||
    (!packed.includes(`!${path}`) &&
      packed.some(
        (entry) =>
          path === entry || path.startsWith(`${entry}/`) || (entry === 'docs/*.md' && /^docs\/[^/]+\.md$/.test(path)),
      ));
  for (const path of docs)
    for (const href of linksOf(textOf(`docs/${path}`)).filter((link) => !/^(https:|#)|\.(png|svg)$/.test(link)))
      expect(
        isPacked(posix.join('docs', path.replaceAll('\\', '/'), '..', href.split('#')[0] ?? '')),
        `docs/${path}: ${href}`,
      ).toBe(true);
});

test('a picture is found from wherever the page lies', () => {
  expect(pictureLink('quick-start.md', 'images/a.png')).toBe('./images/a.png');
  expect(pictureLink('reference/props.md', '../images/params/chat.png')).toBe('./images/params/chat.png');
});

describe('the search', () => {
  const sections = sectionsOf(
    Object.fromEntries(docs.map((path) => [path.replaceAll('\\', '/'), textOf(`docs/${path}`)])),
  );

  const docsSearch = createDocsSearch(sections);

  test('finds every heading of every page by its own words', () => {
    for (const section of sections) {
      const found = docsSearch.find(section.heading).map(({ link }) => link);
      // A heading that many pages have is found on some of them.
      if (sections.filter(({ heading }) => heading === section.heading).length === 1)
        expect(found, section.heading).toContain(section.link);
    }
  });

  test('leads to a heading that is there', () => {
    for (const { link } of sections) {
      const [page = '', anchor] = link.replace('./?path=/docs/', '').split('#');
      const path = pages.find(({ id }) => id === page)?.path ?? '';
      if (anchor) expect(listAnchors(textOf(`docs/${path}`)), link).toContain(anchor);
    }
  });
});
