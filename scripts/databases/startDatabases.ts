import { execFileSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { installDebianPackages } from '../installDebianPackages.js';
import { findFreePort } from '../servers/findFreePort.js';
import { databaseServers, unprivilegedUser } from './databaseServers.js';
import type { DatabaseServer } from './databaseServers.js';

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

const acceptsConnections = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.unref();
  });

async function waitUntilReady(server: ChildProcess, port: number, name: string): Promise<void> {
  while (!(await acceptsConnections(port))) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error(`${name} did not start.`);
    await pause(100);
  }
}

const stopProcess = (server: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill(signal);
  });

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
  const running: { readonly server: ChildProcess; readonly signal: NodeJS.Signals }[] = [];
  const kill = () => running.forEach(({ server, signal }) => server.kill(signal));
  process.once('exit', kill);

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
    mkdirSync(folder);
    if (process.getuid?.() === 0) execFileSync('chown', [unprivilegedUser, folder]);
    const port = await findFreePort();
    const server = await database.start(program, folder, port);
    running.push({ server, signal: database.stopSignal });
    await waitUntilReady(server, port, database.debianPackage);
    return database.buildUrl(port);
  }

  async function stop(): Promise<void> {
    await Promise.all(running.map(({ server, signal }) => stopProcess(server, signal)));
    process.off('exit', kill);
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
