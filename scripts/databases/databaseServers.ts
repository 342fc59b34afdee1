import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface DatabaseServer {
  /** The environment variable that names a server which runs already. */
  readonly variable: string;
  readonly debianPackage: string;
  /** Ends it quickly and with all its processes; its data is thrown away. */
  readonly stopSignal: NodeJS.Signals;
  /** The path of the program that `start` is given, if it is installed. */
  findProgram(): string | undefined;
  /** Creates what it needs in an empty folder, before the first start. */
  prepare?(program: string, folder: string): Promise<unknown>;
  /** Starts it with its data in the given folder, also once more after it was stopped. */
  start(program: string, folder: string, port: number): ChildProcess;
  buildUrl(port: number): string;
}

/** Database servers refuse to run as root. */
export const unprivilegedUser = 'nobody';

type Command = [program: string, args: readonly string[]];
const asUnprivilegedUser = (program: string, args: readonly string[]): Command =>
  process.getuid?.() === 0
    ? ['setpriv', [`--reuid=${unprivilegedUser}`, '--regid=nogroup', '--clear-groups', program, ...args]]
    : [program, args];

const run = (program: string, args: readonly string[]) => promisify(execFile)(...asUnprivilegedUser(program, args));
const startProcess = (program: string, args: readonly string[], cwd: string) =>
  spawn(...asUnprivilegedUser(program, args), { stdio: 'ignore', cwd });

function findOnPath(name: string, ...folders: readonly string[]): string | undefined {
  const path = (process.env['PATH'] ?? '').split(':');
  return [...folders, ...path, '/usr/sbin'].map((folder) => join(folder, name)).find(existsSync);
}

/** Debian keeps PostgreSQL's programs in a folder for each version. */
function findPostgresFolders(): string[] {
  const all = '/usr/lib/postgresql';
  const versions = existsSync(all) ? readdirSync(all) : [];
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => `${all}/${version}/bin`);
}

const findData = (folder: string) => join(folder, 'data');

const postgres: DatabaseServer = {
  variable: 'TEST_POSTGRES_URL',
  debianPackage: 'postgresql',
  stopSignal: 'SIGQUIT',
  findProgram: () => findOnPath('initdb', ...findPostgresFolders()),
  prepare: (initdb, folder) =>
    run(initdb, ['-D', findData(folder), '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']),
  start(initdb, folder, port) {
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=100'];
    return startProcess(
      initdb.replace(/initdb$/, 'postgres'),
      ['-D', findData(folder), '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      folder,
    );
  },
  buildUrl: (port) => `postgresql://test@127.0.0.1:${port}/postgres`,
};

/** A server of Redis, with options of its command line besides those of every one. */
export const createRedis = (...options: readonly string[]): DatabaseServer => ({
  variable: 'TEST_REDIS_URL',
  debianPackage: 'redis-server',
  stopSignal: 'SIGKILL',
  findProgram: () => findOnPath('redis-server'),
  start: (server, folder, port) =>
    startProcess(
      server,
      [
        ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
        ...['--save', '', '--appendonly', 'yes', ...options],
      ],
      folder,
    ),
  buildUrl: (port) => `redis://127.0.0.1:${port}`,
});

const redis = createRedis();

/** A server for a cluster of Redis. The cluster talks at another port. */
export const createRedisNode = (clusterPort: number): DatabaseServer =>
  createRedis('--cluster-enabled', 'yes', '--cluster-port', String(clusterPort), '--appendonly', 'no');

const mariadb: DatabaseServer = {
  variable: 'TEST_MYSQL_URL',
  debianPackage: 'mariadb-server',
  stopSignal: 'SIGKILL',
  findProgram: () => findOnPath('mariadb-install-db') && findOnPath('mariadbd'),
  prepare: (_server, folder) =>
    run('mariadb-install-db', [
      '--no-defaults',
      `--datadir=${findData(folder)}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ]),
  start(server, folder, port) {
    const args = [
      '--no-defaults',
      `--datadir=${findData(folder)}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--innodb-flush-log-at-trx-commit=0',
      `--socket=${join(folder, 'socket')}`,
      `--pid-file=${join(folder, 'pid')}`,
    ];
    return startProcess(server, args, folder);
  },
  buildUrl: (port) => `mysql://root@127.0.0.1:${port}/mysql`,
};

/** The database servers that the webhook stores are tested on. */
export const databaseServers: readonly DatabaseServer[] = [postgres, redis, mariadb];
