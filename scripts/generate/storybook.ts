import { readFileSync, readdirSync } from 'node:fs';
import { toId } from 'storybook/internal/csf';
import type { GeneratedFile } from './file.js';

/** The guides to read first, in order; the others follow by name. */
const first = [
  'quick-start',
  'room-urls',
  'per-participant-urls',
  'backend',
  'hooks',
  'nextjs',
  'controls',
  'persistent-call',
];

const rank = (path: string) => {
  const index = first.indexOf(path.replace(/\.md$/, ''));
  return index < 0 ? first.length : index;
};

/** A Storybook page for each file of docs/, and the list of pages that resolves the links between them and the search. */
export function generate(): GeneratedFile[] {
  const files = readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const pages = files.map((path) => {
    const heading = /^# (.+)$/m.exec(readFileSync(`docs/${path}`, 'utf8'))?.[1];
    if (!heading) throw new Error(`docs/${path} needs a heading.`);
    const title = `${path.startsWith('reference/') ? 'Reference' : 'Guides'}/${heading.replaceAll(/[`<>]/g, '')}`;
    return { path, title, id: toId(title, 'docs') };
  });
  return [
    ...pages.map(({ path, title }) => ({
      path: `stories/docs/${path.replaceAll('/', '-').replace(/\.md$/, '')}.generated.mdx`,
      text: `{/* Made by \`npm run generate\` from docs/${path}. Do not edit. */}

import { Meta } from '@storybook/addon-docs/blocks';
import { DocsPage } from './DocsPage.js';
import text from '../../docs/${path}?raw';

<Meta title=${JSON.stringify(title)} />

<DocsPage path=${JSON.stringify(path)} text={text} />
`,
    })),
    {
      path: 'stories/docs/pages.generated.ts',
      text: `// Made by \`npm run generate\` from docs/. Do not edit.
export interface Page {
  readonly path: string;
  readonly title: string;
  /** The page's id in Storybook: \`?path=/docs/<id>\`. */
  readonly id: string;
}

export const pages: readonly Page[] = ${JSON.stringify(pages, null, 2)};
`,
    },
  ];
}
