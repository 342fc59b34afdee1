import { readFileSync } from 'node:fs';
import { readDocblocks } from './readDocblocks.js';
import { formatFile } from './file.js';
import type { GeneratedFile } from './file.js';
import { fillTable, table } from './markdown.js';

const path = 'docs/configuration.md';

const withoutStop = (text: string) => text.replace(/\.$/, '');

/** The table of environment variables, from the list the code reads them by. */
export async function generate(): Promise<GeneratedFile[]> {
  const rows = readDocblocks('src/server/environment/EnvironmentVariables.ts', 'EnvironmentVariables').map(
    ({ name, summary, tags }) => {
      const [source] = tags.get('source') ?? [];
      if (!source) throw new Error(`${name} needs @source.`);
      return [`\`${name}\``, withoutStop(summary), withoutStop(source)];
    },
  );
  const text = fillTable(
    readFileSync(path, 'utf8'),
    'environment',
    table(['Variable', 'What', 'Where it comes from'], rows),
  );
  return [await formatFile(path, text)];
}
