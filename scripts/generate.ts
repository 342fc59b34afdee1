import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { GeneratedFile } from './generate/file.js';

/** Runs every generator of scripts/generate. Writes what has changed; with `--check` it only says so, and fails. */
const check = process.argv.includes('--check');

for (const name of readdirSync(new URL('generate/', import.meta.url))) {
  const { generate } = (await import(`./generate/${name}`)) as {
    generate?: () => GeneratedFile[] | Promise<GeneratedFile[]>;
  };
  for (const { path, text } of (await generate?.()) ?? []) {
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
