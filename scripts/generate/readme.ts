import { readFileSync } from 'node:fs';
import { groups, listVersions, readResults } from '../consumers/results.js';
import { formatFile } from './file.js';
import type { GeneratedFile } from './file.js';
import { fillTable, table } from './markdown.js';

/** The stacks that worked when `npm run consumers` last ran them. */
function worksWithTable(): string {
  const rows = Object.values(readResults())
    .filter(({ passed }) => passed)
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.title.localeCompare(b.title))
    .map(({ title, versions, toDo }) => [title, listVersions(versions), toDo]);
  return table(['Stack', 'Versions', 'Anything to do'], rows);
}

/** The table of the README, between its markers. */
export async function generate(): Promise<GeneratedFile[]> {
  const text = fillTable(readFileSync('README.md', 'utf8'), 'works-with', worksWithTable());
  return [await formatFile('README.md', text)];
}
