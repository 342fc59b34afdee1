import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder. */
export const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
