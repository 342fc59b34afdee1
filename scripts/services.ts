/**
 * Runs a command with database servers beside it: `tsx scripts/services.ts npm test`.
 *
 * PostgreSQL, Redis and MariaDB run in a temporary folder on loopback addresses, are told to the command as
 * TEST_POSTGRES_URL, TEST_REDIS_URL and TEST_MYSQL_URL, and are gone when it ends. A server that is not installed is
 * installed from Debian's packages where that can be (root on Debian), else left out; with CI=true that fails.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './freePort.js';

const isRoot = process.getuid?.() === 0;

/** Database servers refuse to run as root: they get an account that can do little. */
const account = 'nobody';
const asNobody = (command: string, args: string[]): [string, string[]] =>
  isRoot ? ['setpriv', [`--reuid=${account}`, '--regid=nogroup', '--clear-groups', command, ...args]] : [command, args];

const onPath = (name: string, ...folders: string[]) =>
  [...folders, ...(process.env.PATH ?? '').split(':'), '/usr/sbin']
    .map((folder) => join(folder, name))
    .find(existsSync);

const postgresFolder = () => {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const newest = versions.sort((one, other) => Number(other) - Number(one))[0];
  return newest ? [`/usr/lib/postgresql/${newest}/bin`] : [];
};

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.unref();
  });

interface Service {
  readonly variable: string;
  readonly debian: string;
  /** Its data is thrown away: the quickest way to end it that leaves no process behind. */
  readonly end: NodeJS.Signals;
  find(): string | undefined;
  /** Starts it in a folder of its own; answers its process and its address. */
  start(
    program: string,
    folder: string,
    port: number,
  ): Promise<{ readonly process: ChildProcess; readonly url: string }>;
}

const run = promisify(execFile);
const start = (command: string, args: string[], folder: string) =>
  spawn(...asNobody(command, args), { stdio: 'ignore', cwd: folder });

const services: readonly Service[] = [
  {
    variable: 'TEST_POSTGRES_URL',
    debian: 'postgresql',
    end: 'SIGQUIT',
    find: () => onPath('initdb', ...postgresFolder()),
    async start(initdb, folder, port) {
      const data = join(folder, 'data');
      await run(
        ...asNobody(initdb, ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']),
      );
      const settings = [`listen_addresses=127.0.0.1`, `unix_socket_directories=`, 'fsync=off', 'max_connections=50'];
      return {
        process: start(
          initdb.replace(/initdb$/, 'postgres'),
          ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
          folder,
        ),
        url: `postgresql://test@127.0.0.1:${port}/postgres`,
      };
    },
  },
  {
    variable: 'TEST_REDIS_URL',
    debian: 'redis-server',
    end: 'SIGKILL',
    find: () => onPath('redis-server'),
    start: async (server, folder, port) => ({
      process: start(
        server,
        ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
        folder,
      ),
      url: `redis://127.0.0.1:${port}`,
    }),
  },
  {
    variable: 'TEST_MYSQL_URL',
    debian: 'mariadb-server',
    end: 'SIGKILL',
    find: () => onPath('mariadb-install-db') && onPath('mariadbd'),
    async start(server, folder, port) {
      const data = join(folder, 'data');
      await run(
        ...asNobody('mariadb-install-db', [
          '--no-defaults',
          `--datadir=${data}`,
          '--auth-root-authentication-method=normal',
          '--skip-test-db',
        ]),
      );
      const args = [
        '--no-defaults',
        `--datadir=${data}`,
        `--port=${port}`,
        '--bind-address=127.0.0.1',
        '--innodb-flush-log-at-trx-commit=0',
      ];
      return {
        process: start(
          server,
          [...args, `--socket=${join(folder, 'socket')}`, `--pid-file=${join(folder, 'pid')}`],
          folder,
        ),
        url: `mysql://root@127.0.0.1:${port}/mysql`,
      };
    },
  },
];

function install(missing: readonly Service[]): void {
  if (!isRoot || !onPath('apt-get')) return;
  const packages = missing.map(({ debian }) => debian);
  console.log(`Installing ${packages.join(', ')} from Debian's packages.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'pipe', env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'pipe', env });
  } catch (error) {
    console.error(`That failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function ready({ process: server }: { readonly process: ChildProcess }, port: number, name: string) {
  for (let tries = 0; tries < 300; tries++) {
    if (await answers(port)) return;
    if (server.exitCode !== null) break;
    await pause(100);
  }
  throw new Error(`${name} did not start.`);
}

const [command, ...args] = process.argv.slice(2);
if (!command) {
  console.error('Usage: tsx scripts/services.ts <command> [arguments]');
  process.exit(2);
}

const missing = services.filter((service) => !process.env[service.variable] && !service.find());
if (missing.length) install(missing);

const root = mkdtempSync(join(tmpdir(), 'services-'));
chmodSync(root, 0o755);
const running: { readonly process: ChildProcess; readonly end: NodeJS.Signals }[] = [];

async function provide(service: Service, env: NodeJS.ProcessEnv): Promise<void> {
  if (env[service.variable]) return;
  const program = service.find();
  if (!program) {
    const notice = `${service.debian} is not installed: the tests that need it`;
    if (process.env.CI === 'true') throw new Error(`${notice} cannot be left out where CI=true.`);
    console.warn(`${notice} are left out.`);
    return;
  }
  const folder = join(root, service.debian);
  mkdirSync(folder);
  if (isRoot) execFileSync('chown', [account, folder]);
  const port = await freePort();
  const server = await service.start(program, folder, port);
  running.push({ process: server.process, end: service.end });
  await ready(server, port, service.debian);
  env[service.variable] = server.url;
}

let code = 1;
try {
  const env: NodeJS.ProcessEnv = { ...process.env };
  await Promise.all(services.map((service) => provide(service, env)));
  const child = spawn(command, args, { stdio: 'inherit', env });
  // Ctrl+C reaches the command by itself; what it leaves running is ended below.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('exit', (status) => resolve(status ?? 1));
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  await Promise.all(
    running.map(
      ({ process: server, end }) =>
        server.exitCode !== null ||
        new Promise((resolve) => {
          server.once('exit', resolve);
          server.kill(end);
        }),
    ),
  );
  rmSync(root, { recursive: true, force: true });
}
process.exit(code);
