import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyForRelease } from './release/copyForRelease.js';
import type { ReleaseManifest } from './release/ReleaseManifest.js';
import { runChangesets } from './release/runChangesets.js';

/**
 * `npm run changeset` asks what users will notice and writes it to `.changeset`; `npm run changeset version` turns all
 * of `.changeset` into a version and CHANGELOG.md. Runs in a copy (`copyForRelease` says why) and takes over the result.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'changeset-'));
try {
  copyForRelease(root, folder);
  runChangesets(folder, process.argv.slice(2), 'inherit');
  rmSync(join(root, '.changeset'), { recursive: true });
  for (const name of ['.changeset', 'CHANGELOG.md'])
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(root, name), { recursive: true });
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as ReleaseManifest;
  // Also writes the lock file.
  execFileSync('npm', ['version', version, '--no-git-tag-version', '--allow-same-version'], { cwd: root });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
