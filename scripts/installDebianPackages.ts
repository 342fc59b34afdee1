import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const script = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"';

/**
 * Installs packages of Debian.
 * @returns whether that was possible: it takes root on a machine that has apt-get.
 * @throws what apt-get printed, if it failed.
 */
export async function installDebianPackages(names: readonly string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing Debian's ${names.join(', ')}.`);
  // apt-get fails if another one is running; of ours, the second waits.
  const lock = join(tmpdir(), 'react-whereby-embed-apt.lock');
  await promisify(execFile)('flock', [lock, 'sh', '-c', script, 'sh', ...names], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 1e8,
  });
  return true;
}
