import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import { createPool } from 'mysql2';
import pg from 'pg';
import { createWebhookHandler, signWebhook } from 'react-whereby-embed/server';
import type { BuiltInStore, WherebyError } from 'react-whereby-embed/server';
import { kyselyStore } from 'react-whereby-embed/server/kysely';
import { redisStore } from 'react-whereby-embed/server/redis';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createRedis, databaseServers, unprivilegedUser } from '../../scripts/databases/databaseServers.js';
import { startDatabase } from '../../scripts/databases/startDatabase.js';
import { storeKinds, storeOpeners } from '../stores/support/storeKinds.js';
import { createGate } from '../support/createGate.js';
import { patience } from '../support/patience.js';
import { secret } from './support/consumers.js';

/** How long a database is away, in milliseconds. */
const outage = 10_000;

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outage-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The test server of MariaDB writes what was committed once a second, and would forget the last when it is killed. */
async function writeAtOnce(url: string): Promise<void> {
  const pool = createPool(url).promise();
  await pool.query('set global innodb_flush_log_at_trx_commit = 1');
  await pool.end();
}

/** A handler that counts how often its function runs for an event. */
function createCountingHandler(store: BuiltInStore, work: (id: string) => Promise<void> = async () => undefined) {
  const runs = new Map<string, number>();
  const codes = new Set<string>();
  /** The codes of drivers. */
  const causes = new Set<unknown>();
  const handle = createWebhookHandler({
    secret,
    store,
    onError(error) {
      const { code, cause } = error as WherebyError;
      codes.add(code);
      causes.add((cause as { readonly code?: unknown } | undefined)?.code);
    },
    async onAny({ id }) {
      runs.set(id, (runs.get(id) ?? 0) + 1);
      await work(id);
    },
  });
  async function send(id: string) {
    // Larger than what is free on a page of a database, however well it compresses.
    const more = randomBytes(15_000).toString('base64');
    const data = { meetingId: '1', roomName: '/r', roomSessionId: null, subdomain: 'acme', more };
    const createdAt = new Date().toISOString();
    const body = JSON.stringify({ id, apiVersion: '1.0', createdAt, type: 'room.session.started', data });
    const headers = { 'whereby-signature': await signWebhook({ body, secret }) };
    const response = await handle(new Request('http://app.test/', { method: 'POST', body, headers }));
    const { result, error } = (await response.json()) as {
      readonly result?: string;
      readonly error?: { readonly code: string };
    };
    return { status: response.status, said: result ?? error?.code };
  }
  return { send, runs, codes, causes };
}

describe.each(['PostgreSQL', 'MariaDB', 'Redis by redis', 'Redis by ioredis'])('%s', (kind) => {
  const server = databaseServers.find(({ variable }) => variable === storeKinds[kind]!.variable)!;
  const program = server.findProgram();

  test.skipIf(!program)(
    `is away for ${outage / 1000} s: events of that time are answered with 503, and each function runs once when it is back`,
    async () => {
      const database = await startDatabase(server, program!, join(createFolder(), 'database'));
      if (kind === 'MariaDB') await writeAtOnce(database.url);
      const { store, close } = await storeOpeners[kind]!(
        kind.startsWith('Redis') ? `${database.url} outage:` : database.url,
      );
      onTestFinished(async () => {
        await close();
        await database.stop();
      });
      const gate = createGate();
      const { send, runs, codes } = createCountingHandler(store, (id) =>
        id === 'during' ? gate.opened : Promise.resolve(),
      );
      expect(await send('before')).toEqual({ status: 200, said: 'handled' });

      const during = send('during');
      await expect.poll(() => runs.get('during')).toBe(1);
      await database.stop();
      const start = performance.now();
      gate.open();
      const sent: string[] = [];
      do {
        const id = `away-${sent.length}`;
        sent.push(id);
        expect(await send(id)).toMatchObject({ status: 503 });
      } while (performance.now() - start < outage);
      expect((await during).status).toBe(503);
      await database.start();

      for (const id of ['during', ...sent]) {
        await expect.poll(async () => (await send(id)).status, { timeout: patience }).toBe(200);
        expect(await send(id)).toEqual({ status: 200, said: 'duplicate' });
      }
      expect(await send('before')).toEqual({ status: 200, said: 'duplicate' });
      expect([...runs.values()]).toEqual(Array<number>(sent.length + 2).fill(1));
      expect([...codes].filter((code) => !['WEBHOOK_STORE_FAILED', 'WEBHOOK_LATE'].includes(code))).toEqual([]);
    },
  );
});

/** A disk of 16 MB; undefined where this process has not the right to mount one. */
function mountSmallDisk() {
  const root = createFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', root], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const folder = join(root, 'tables');
  mkdirSync(folder);
  chmodSync(root, 0o755);
  execFileSync('chown', [unprivilegedUser, folder]);
  const filler = join(root, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'w');
      try {
        for (;;) writeSync(file, Buffer.alloc(65_536));
      } catch (error) {
        if ((error as { readonly code?: unknown }).code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler),
    unmount: () => void execFileSync('umount', [root]),
  };
}

/** Databases whose disk can be made full, and have space again. */
const fullDisks: Readonly<Record<string, (url: string) => Promise<FullDisk>>> = {
  async SQLite(file) {
    const database = new Database(file);
    const db = new Kysely<Record<never, never>>({ dialect: new SqliteDialect({ database }) });
    const limit = async (pages: number) => void database.pragma(`max_page_count = ${pages}`);
    return {
      db,
      // It cannot be less than there are.
      fill: () => limit(1),
      free: () => limit(2 ** 30),
    };
  },
  async PostgreSQL(connectionString) {
    const db = new Kysely<Record<never, never>>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, max: 2 }) }),
    });
    const disk = mountSmallDisk();
    if (disk) {
      await sql`create tablespace small location ${sql.lit(disk.folder)}`.execute(db);
      const admin = new pg.Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
      await admin.connect();
      onTestFinished(async () => {
        await admin.query('drop tablespace small');
        await admin.end();
        disk.unmount();
      });
      return {
        db,
        prepare: () => sql`alter table whereby_webhook_events set tablespace small`.execute(db),
        fill: async () => disk.fill(),
        free: async () => disk.free(),
      };
    }
    // Without the right to mount a disk: as PostgreSQL says it, https://www.postgresql.org/docs/current/errcodes-appendix.html
    return {
      db,
      async fill() {
        await sql`create or replace function refuse() returns trigger language plpgsql as
          'begin raise exception ''could not extend file: No space left on device'' using errcode = ''53100''; end'`.execute(
          db,
        );
        await sql`create trigger is_full before insert or update on whereby_webhook_events
          execute function refuse()`.execute(db);
      },
      async free() {
        await sql`drop trigger is_full on whereby_webhook_events`.execute(db);
      },
    };
  },
};

interface FullDisk {
  readonly db: Kysely<Record<never, never>>;
  /** Moves the table to the disk that can be made full. */
  prepare?(): Promise<unknown>;
  fill(): Promise<void>;
  free(): Promise<void>;
}

describe.each(Object.entries(fullDisks))('the disk of %s is full', (kind, openDisk) => {
  const { variable, createPlace } = storeKinds[kind]!;
  const url = variable ? process.env[variable] : '';

  test.skipIf(url === undefined)('and has space again: each function runs once', async () => {
    const place = await createPlace(url!);
    const { db, prepare, fill, free } = await openDisk(place.address);
    const store = kyselyStore(db);
    await store.migrate();
    await prepare?.();
    onTestFinished(async () => {
      await db.destroy();
      await place.destroy();
    });
    const { send, runs, causes } = createCountingHandler(store, async (id) => {
      if (id === 'during') await fill();
    });
    const failed = { status: 503, said: 'WEBHOOK_STORE_FAILED' };
    expect(await send('during')).toEqual(failed);
    expect(await send('after')).toEqual(failed);
    expect([...runs]).toEqual([['during', 1]]);
    expect([...causes]).toEqual([kind === 'SQLite' ? 'SQLITE_FULL' : '53100']);
    await free();
    expect(await send('during')).toEqual({ status: 200, said: 'duplicate' });
    expect(await send('after')).toEqual({ status: 200, said: 'handled' });
    expect([...runs.values()]).toEqual([1, 1]);
  });
});

/** What Redis can say instead of writing, and how it comes to that and back. */
const refusals: Readonly<Record<string, readonly [refuse: readonly string[], accept: readonly string[]]>> = {
  'is full': [
    ['CONFIG', 'SET', 'maxmemory', '1'],
    ['CONFIG', 'SET', 'maxmemory', '0'],
  ],
  'has become a replica': [
    ['REPLICAOF', '127.0.0.1', '1'],
    ['REPLICAOF', 'NO', 'ONE'],
  ],
  'has too few replicas': [
    ['CONFIG', 'SET', 'min-replicas-to-write', '1'],
    ['CONFIG', 'SET', 'min-replicas-to-write', '0'],
  ],
};

describe('Redis', () => {
  const server = databaseServers.find(({ variable }) => variable === 'TEST_REDIS_URL')!;
  const program = server.findProgram();

  test.skipIf(!program).each(Object.entries(refusals))(
    '%s: 503 while it refuses to write, and each function runs once afterwards',
    async (_what, [refuse, accept]) => {
      const database = await startDatabase(server, program!, join(createFolder(), 'database'));
      const client = new Redis(database.url);
      onTestFinished(async () => {
        client.disconnect();
        await database.stop();
      });
      const command = ([name, ...args]: readonly string[]) => client.call(name!, ...args);
      const { send, runs } = createCountingHandler(redisStore(client), async (id) => {
        if (id === 'during') await command(refuse);
      });
      const failed = { status: 503, said: 'WEBHOOK_STORE_FAILED' };
      expect(await send('before')).toEqual({ status: 200, said: 'handled' });
      expect(await send('during')).toEqual(failed);
      expect(await send('after')).toEqual(failed);
      // What only reads goes on.
      expect(await send('before')).toEqual({ status: 200, said: 'duplicate' });
      await command(accept);
      expect(await send('during')).toEqual({ status: 200, said: 'duplicate' });
      expect(await send('after')).toEqual({ status: 200, said: 'handled' });
      expect([...runs.values()]).toEqual([1, 1, 1]);
    },
  );

  // https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/: until all is loaded, every command is refused.
  test.skipIf(!program)('loads its data: 503 until it has, and each function runs once', async () => {
    const debuggable = createRedis('--enable-debug-command', 'yes', '--loading-process-events-interval-bytes', '1024');
    const database = await startDatabase(debuggable, program!, join(createFolder(), 'database'));
    const client = new Redis(database.url);
    const admin = new Redis(database.url);
    const loader = new Redis(database.url);
    onTestFinished(async () => {
      for (const each of [client, admin, loader]) each.disconnect();
      await database.stop();
    });
    for (let key = 0; key < 500; key++) await admin.set(`other:${key}`, randomBytes(2000));
    const delayKeys = (microseconds: number) => admin.config('SET', 'key-load-delay', microseconds);
    let loaded: Promise<unknown> | undefined;
    const { send, runs } = createCountingHandler(redisStore(client), async (id) => {
      if (id !== 'during') return;
      await delayKeys(100_000);
      loaded = loader.call('DEBUG', 'RELOAD');
      await expect.poll(() => admin.info('persistence'), { timeout: patience }).toContain('loading:1');
    });
    const failed = { status: 503, said: 'WEBHOOK_STORE_FAILED' };
    expect(await send('before')).toEqual({ status: 200, said: 'handled' });
    expect(await send('during')).toEqual(failed);
    expect(await send('after')).toEqual(failed);
    expect(await send('before')).toEqual(failed);
    await delayKeys(0);
    await loaded;
    expect(await send('during')).toEqual({ status: 200, said: 'duplicate' });
    expect(await send('after')).toEqual({ status: 200, said: 'handled' });
    expect(await send('before')).toEqual({ status: 200, said: 'duplicate' });
    expect([...runs.values()]).toEqual([1, 1, 1]);
  });
});
