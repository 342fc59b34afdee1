import { execFileSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from '../servers/findFreePort.js';
import { unprivilegedUser } from './databaseServers.js';
import type { DatabaseServer } from './databaseServers.js';

export interface RunningDatabase {
  readonly url: string;
  /** Ends it; its data stays in its folder. */
  stop(): Promise<void>;
  /** Starts it again with its data, under the same address. */
  start(): Promise<void>;
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

const endProcess = (server: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill(signal);
  });

/** Starts a database server on a loopback address, with its data in a folder that it creates. It ends with this process. */
export async function startDatabase(
  database: DatabaseServer,
  program: string,
  folder: string,
): Promise<RunningDatabase> {
  mkdirSync(folder);
  if (process.getuid?.() === 0) execFileSync('chown', [unprivilegedUser, folder]);
  const port = await findFreePort();
  await database.prepare?.(program, folder);
  let server: ChildProcess;
  const kill = () => void server.kill(database.stopSignal);
  const start = async () => {
    server = database.start(program, folder, port);
    await waitUntilReady(server, port, database.debianPackage);
  };
  process.once('exit', kill);
  await start();
  return {
    url: database.buildUrl(port),
    start,
    async stop() {
      await endProcess(server, database.stopSignal);
    },
  };
}
