import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { GeneratedFile } from './generate/file.js';

/**
 * Runs every generator of scripts/generate. Writes what has changed, and deletes what no generator makes any more; with
 * `--check` it only says so, and fails.
 */
const check = process.argv.includes('--check');
// Without it, errors leave out their sentences, as in an app's production build.
process.env['NODE_ENV'] = 'development';
const made = new Set<string>();

for (const name of readdirSync(new URL('generate/', import.meta.url))) {
  const { generate } = (await import(`./generate/${name}`)) as {
    generate?: () => GeneratedFile[] | Promise<GeneratedFile[]>;
  };
  for (const { path, text } of (await generate?.()) ?? []) {
    made.add(relative('.', path));
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    if (check) {
      console.error(`${path} is stale: run npm run generate and commit what it writes.`);
      process.exitCode = 1;
    } else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      console.log(`wrote ${path}`);
    }
  }
}

const known = execFileSync('git', ['ls-files', '--', '*.generated.*'], { encoding: 'utf8' }).split('\n');
for (const path of known) {
  if (!existsSync(path) || made.has(path)) continue;
  if (check) {
    console.error(`${path} is made by no generator any more: run npm run generate and commit that it is gone.`);
    process.exitCode = 1;
  } else {
    rmSync(path);
    console.log(`deleted ${path}`);
  }
}
