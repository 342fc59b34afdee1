import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { listFiles } from './listFiles.js';

/** The scripts in a folder. */
export const listScripts = (folder: string): string[] => listFiles(folder).filter((path) => /\.m?js$/.test(path));

/** The bytes of all scripts in a folder, each compressed as a web server would. */
export const measureScripts = (folder: string): number =>
  listScripts(folder).reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
