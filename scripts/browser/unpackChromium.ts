import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PackagedChromium {
  readonly executablePath: string;
  /** Its libraries and fonts: variables it needs in its environment beside all others. */
  readonly env: Readonly<Record<string, string>>;
}

async function unpack(): Promise<PackagedChromium> {
  const folder = join(tmpdir(), 'react-whereby-embed-chromium');
  mkdirSync(folder, { recursive: true });
  const before = { ...process.env };
  process.env['TMPDIR'] = folder;
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  try {
    // The package writes its variables into the environment of the importing process, where other browsers would
    // find its libraries instead of their own.
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

/** The Chromium that npm installs with a package, unpacked into a folder of its own. */
export const unpackChromium = (): Promise<PackagedChromium> => (unpacked ??= unpack());
