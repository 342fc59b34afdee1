import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromium } from 'playwright';
import { installDebianPackages } from '../installDebianPackages.js';
import { unpackChromium } from './unpackChromium.js';

const isRunnable = (path: string): Promise<boolean> =>
  promisify(execFile)(path, ['--version']).then(
    () => true,
    () => false,
  );

/** Chromium without its windows, as Playwright runs it: it takes half of the time of the whole one. */
const headlessShell = '/usr/bin/chromium-headless-shell';

async function installHeadlessShell(): Promise<string | undefined> {
  return (await installDebianPackages(['chromium-headless-shell'])) ? headlessShell : undefined;
}

/** The packaged one. Whoever launches it needs its variables, so they go into the environment of this process. */
async function adoptPackagedChromium(): Promise<string> {
  const { executablePath, env } = await unpackChromium();
  Object.assign(process.env, env);
  return executablePath;
}

const isThere = async (path: string) => existsSync(path) && (await isRunnable(path));

/** Ways to a Chromium, the best first. */
const ways: readonly (() => Promise<string | undefined> | string | undefined)[] = [
  () => chromium.executablePath(),
  () => headlessShell,
  installHeadlessShell,
  () => '/usr/bin/chromium',
  () => '/usr/bin/chromium-browser',
  () => '/usr/bin/google-chrome',
  () => '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  adoptPackagedChromium,
];

/**
 * The path of a Chromium that runs. The first of: `CHROMIUM_PATH`, Playwright's own, Debian's headless shell (which is
 * installed if this is root on Debian), the system's, the one in a package of npm.
 * @throws Error that says what to do if there is none.
 */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (await isRunnable(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which does not run. Correct it or unset it.`);
  }
  for (const find of ways) {
    try {
      const path = await find();
      if (path && (await isThere(path))) return path;
    } catch (error) {
      console.error(`Chromium: ${String(error)}`);
    }
  }
  throw new Error(
    'No Chromium that runs was found. Install one (for example: npx playwright install chromium, or apt-get install chromium) or name it in CHROMIUM_PATH.',
  );
}
