import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface PackagedChromium {
  readonly executablePath: string;
  /** Its libraries and fonts: variables it needs in its environment beside all others. */
  readonly env: Readonly<Record<string, string>>;
}

/** The variables by which the package unpacks into a folder: it takes the one for temporary files, and its libraries only on machines of Amazon. */
const variablesFor = (folder: string) => ({ TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });

const unpackScript = `import Chromium from '@sparticuz/chromium'; await Chromium.executablePath();`;

/**
 * Unpacks it in a process and a folder of its own, and gives the folder its name when it is whole. Several processes
 * can do so at once: whoever comes second finds the folder there. A browser that is still being written cannot be
 * started (ETXTBSY), and one that was left half written would never be written again.
 */
async function createFolder(folder: string): Promise<void> {
  const own = mkdtempSync(`${folder}-`);
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpackScript], {
      cwd: import.meta.dirname,
      env: { ...process.env, ...variablesFor(own) },
    });
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

async function unpack(): Promise<PackagedChromium> {
  const folder = join(tmpdir(), 'react-whereby-embed-packaged-chromium');
  if (!existsSync(folder)) await createFolder(folder);
  const before = { ...process.env };
  const given = variablesFor(folder);
  Object.assign(process.env, given);
  try {
    // The package writes its variables into the environment of the importing process, where other browsers would
    // find its libraries instead of their own.
    const { default: Chromium } = await import('@sparticuz/chromium');
    const executablePath = await Chromium.executablePath();
    const isNew = ([name, value]: [string, string | undefined]) =>
      value !== undefined && value !== before[name] && !(name in given);
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
