import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackages } from '../installDebianPackages.js';
import { databaseServers } from './databaseServers.js';
import type { DatabaseServer } from './databaseServers.js';
import { startDatabase } from './startDatabase.js';
import type { RunningDatabase } from './startDatabase.js';

/** The addresses of database servers, by the variable that may name one. A server that cannot be had has none. */
export type DatabaseUrls = Readonly<Record<string, string>>;

export interface Databases {
  readonly urls: DatabaseUrls;
  /** Stops the servers and deletes their data. */
  stop(): Promise<void>;
}

async function installMissing(): Promise<void> {
  const missing = databaseServers.filter(({ variable, findProgram }) => !process.env[variable] && !findProgram());
  if (!missing.length) return;
  try {
    await installDebianPackages(missing.map(({ debianPackage }) => debianPackage));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

/**
 * Starts the database servers on loopback addresses, with their data in a temporary folder. One that is named by its
 * environment variable is used as it is. One that is not installed is installed from Debian's packages where that is
 * possible, else left out.
 * @throws Error with `CI=true`, if one cannot be had.
 */
export async function startDatabases(): Promise<Databases> {
  await installMissing();
  const root = mkdtempSync(join(tmpdir(), 'databases-'));
  chmodSync(root, 0o755);
  const running: RunningDatabase[] = [];

  async function provide(database: DatabaseServer): Promise<string | undefined> {
    const named = process.env[database.variable];
    if (named) return named;
    const program = database.findProgram();
    if (!program) {
      const notice = `${database.debianPackage} is not installed: the tests that need it`;
      if (process.env['CI'] === 'true') throw new Error(`${notice} cannot be skipped with CI=true.`);
      console.warn(`${notice} are skipped.`);
      return undefined;
    }
    const folder = join(root, database.debianPackage);
    const started = await startDatabase(database, program, folder);
    running.push(started);
    return started.url;
  }

  async function stop(): Promise<void> {
    await Promise.all(running.map((database) => database.stop()));
    rmSync(root, { recursive: true, force: true });
  }

  const results = await Promise.allSettled(
    databaseServers.map(async (database) => [database.variable, await provide(database)] as const),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const urls = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  return { urls: Object.fromEntries(urls.filter(([, url]) => url !== undefined)) as DatabaseUrls, stop };
}
