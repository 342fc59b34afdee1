import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageEntries } from '../packageEntries.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Writes a folder with a package.json for each subpath, such as `server/kysely`. Tools that do not read `exports` look
 * there: TypeScript with `moduleResolution: node`, Parcel by default, the resolver of eslint-plugin-import.
 */
for (const { subpath, output } of packageEntries) {
  if (subpath === '.') continue;
  const folder = join(root, subpath);
  const built = relative(folder, join(root, 'dist', output)).replaceAll('\\', '/');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ type: 'module', main: `${built}.js`, types: `${built}.d.ts` }, null, 2)}\n`,
  );
}
