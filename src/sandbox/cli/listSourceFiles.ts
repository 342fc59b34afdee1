import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What is installed or made by a tool. Folders whose name begins with a dot are left out too. */
const madeFolders = new Set(['node_modules', 'dist', 'build', 'out', 'coverage']);

/** Files in which HTML, or a language of its own, is around the code. */
export const isMarkup = (name: string) => /^[^.].*\.(?:mdx|vue|svelte|astro|html?)$/.test(name);

const isSource = (name: string) =>
  isMarkup(name) || (/^[^.].*\.(?:[jt]sx?|[cm][jt]s)$/.test(name) && !/\.d\.[cm]?ts$|\.min\.js$/.test(name));

/** The files with code or HTML in a folder and those in it, in order. Links to folders are not followed. */
export async function listSourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return isSource(entry.name) ? [path] : [];
      return entry.name.startsWith('.') || madeFolders.has(entry.name) ? [] : listSourceFiles(path);
    }),
  );
  return lists.flat().sort();
}
