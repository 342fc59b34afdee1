import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseManifest } from './ReleaseManifest.js';

/**
 * Copies what a release reads, so that it can be tried without changing the working tree. The copy has no workspaces:
 * Changesets leaves out the root of a project that has some, and here the root is the package.
 * https://github.com/changesets/changesets/issues/1606
 */
export function copyForRelease(root: string, folder: string): void {
  const { workspaces: _, ...manifest } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as ReleaseManifest & { readonly workspaces?: readonly string[] };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const published = manifest.files.map((pattern) => pattern.replace(/^!/, '').split('/')[0]!);
  for (const name of new Set(['.changeset', 'README.md', 'CHANGELOG.md', 'LICENSE', 'package-lock.json', ...published]))
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
}
