import { readFile, readdir } from 'node:fs/promises';
import type { BenchRow } from './row.js';

/** How much there is to read at once: lines of the files in `src`. */
export async function run(): Promise<BenchRow[]> {
  const entries = await readdir('src', { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  const lines = await Promise.all(
    files.map(async ({ parentPath, name }) => (await readFile(`${parentPath}/${name}`, 'utf8')).split('\n').length - 1),
  );
  const median = lines.sort((one, other) => one - other)[Math.floor(lines.length / 2)] ?? NaN;
  return [
    { name: `lines of the median file, of ${files.length}`, value: `${median}`, target: '<= 45', ok: median <= 45 },
  ];
}
