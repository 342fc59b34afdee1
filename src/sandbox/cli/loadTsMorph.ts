import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { TsMorph } from '../../migrate/types.js';

const VERSION = '28';

const importFrom = async (folder: string): Promise<TsMorph> => {
  const path = createRequire(join(folder, 'package.json')).resolve('ts-morph');
  const module = (await import(pathToFileURL(path).href)) as TsMorph & { readonly default?: TsMorph };
  return module.default ?? module;
};

const cacheFolder = (): string =>
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'react-whereby-embed', `ts-morph-${VERSION}`);

/**
 * Loads the library that reads code. Only who migrates needs it, so it is no dependency: the project's own is taken, or
 * it is fetched once into the user's cache.
 * @param folder where the project is
 * @param say gets a sentence before something is fetched
 * @throws Error with a sentence that says what to do if there is none
 */
export async function loadTsMorph(folder: string, say: (text: string) => void): Promise<TsMorph> {
  const cache = cacheFolder();
  for (const place of [folder, cache]) {
    try {
      return await importFrom(place);
    } catch {
      // It is not there.
    }
  }
  say(`Fetching ts-morph, which reads code, into ${cache}. This happens once.`);
  try {
    await mkdir(cache, { recursive: true });
    await writeFile(join(cache, 'package.json'), '{ "private": true }\n');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    await promisify(execFile)(npm, ['install', '--no-audit', '--no-fund', `ts-morph@${VERSION}`], {
      cwd: cache,
      shell: process.platform === 'win32',
    });
    return await importFrom(cache);
  } catch (cause) {
    throw new Error(
      `ts-morph cannot be fetched. Install it yourself with \`npm install -D ts-morph\`, and run this again.`,
      {
        cause,
      },
    );
  }
}
