import { readFileSync } from 'node:fs';
import { createWhereby } from '../../src/server/client/createWhereby.js';
import { formatFile } from './file.js';
import type { GeneratedFile } from './file.js';
import { fillTable, table } from './markdown.js';
import { readDocblocks } from './readDocblocks.js';

const path = 'docs/rest-client.md';

const code = (text: string) => `\`${text}\``;

/** The tables of the client's options and methods, from the code. */
export async function generate(): Promise<GeneratedFile[]> {
  const options = readDocblocks('src/server/client/readConfig.ts', 'WherebyOptions');
  const resources = Object.entries(createWhereby({ apiKey: 'any' }));
  let text = readFileSync(path, 'utf8');
  text = fillTable(
    text,
    'options',
    table(
      ['Option', 'What it does'],
      options.map(({ name, summary }) => [code(name), summary]),
    ),
  );
  text = fillTable(
    text,
    'methods',
    table(
      ['Resource', 'Methods'],
      resources.map(([name, methods]) => [code(name), Object.keys(methods).map(code).join(' ')]),
    ),
  );
  return [await formatFile(path, text)];
}
