import { Redis } from 'ioredis';
import { Kysely, MysqlDialect, PostgresDialect } from 'kysely';
import type { Dialect } from 'kysely';
import { createPool } from 'mysql2';
import pg from 'pg';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { memoryStore } from 'react-whereby-embed/server';
import type { StoredEvent } from 'react-whereby-embed/server';
import { kyselyStore } from 'react-whereby-embed/server/kysely';
import type { WebhookTables } from 'react-whereby-embed/server/kysely';
import { redisStore } from 'react-whereby-embed/server/redis';
import { waitUntil } from '../support/waitUntil.js';
import { createSqliteDialect } from './support/createSqliteDialect.js';
import { storeKinds } from './support/storeKinds.js';

const event = (id: string, createdAt: string, data: Record<string, unknown> = {}): StoredEvent => ({
  id,
  apiVersion: '1.0',
  createdAt,
  type: 'room.session.started',
  data: { meetingId: 'm', roomName: '/m', ...data },
});

const ids = (events: readonly StoredEvent[]) => events.map(({ id }) => id);

const dialects: Readonly<Record<string, (address: string) => Dialect>> = {
  SQLite: createSqliteDialect,
  PostgreSQL: (url) => new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2 }) }),
  MariaDB: (uri) => new MysqlDialect({ pool: createPool({ uri, connectionLimit: 2 }) }),
};

const urlFor = (variable: string | undefined) => (variable ? process.env[variable] : '');

for (const [kind, dialect] of Object.entries(dialects)) {
  const { variable, createPlace } = storeKinds[kind]!;
  const url = urlFor(variable);

  describe.skipIf(url === undefined)(`prune of the ${kind} store`, () => {
    async function open() {
      const own = await createPlace(url!);
      const db = new Kysely<WebhookTables>({ dialect: dialect(own.address) });
      const store = kyselyStore(db, { lease: 60_000 });
      await store.migrate();
      onTestFinished(async () => {
        await db.destroy();
        await own.destroy();
      });
      const endLease = (id: string) =>
        db.updateTable('whereby_webhook_events').set({ lease_until: 1 }).where('id', '=', id).execute();
      return { store, endLease };
    }

    test('deletes events before a time, to the millisecond, and returns how many', async () => {
      const { store } = await open();
      await store.complete('old', event('old', '2025-05-06T09:59:59.999Z'));
      // The same moment by another clock, a later one that sorts before it as text, and one without milliseconds.
      await store.complete('older', event('older', '2025-05-06T11:59:59.998+02:00'));
      await store.complete('kept', event('kept', '2025-05-06T08:00:00.001-02:00'));
      await store.complete('edge', event('edge', '2025-05-06T10:00:00Z'));
      expect(await store.prune(new Date('2025-05-06T10:00:00.000Z'))).toBe(2);
      expect(ids(await store.eventsOf('m'))).toEqual(['edge', 'kept']);
      expect(await store.prune(new Date('2025-05-06T10:00:00.000Z'))).toBe(0);
      expect((await store.claim('edge')).state).toBe('done');
      expect((await store.claim('old')).state).toBe('won');
    });

    test('deletes claims of events before a time whose lease has ended, and leaves those that hold', async () => {
      const { store, endLease } = await open();
      for (const id of ['dead', 'young', 'held']) {
        const createdAt = id === 'young' ? '2025-05-06T10:00:00.000Z' : '2025-05-06T09:59:59.999Z';
        expect((await store.claim(id, event(id, createdAt))).state).toBe('won');
      }
      await endLease('dead');
      await endLease('young');
      expect(await store.prune(new Date('2025-05-06T10:00:00.000Z'))).toBe(1);
      expect((await store.abandoned()).map(({ key }) => key)).toEqual(['young']);
      // However far ahead the limit lies.
      expect(await store.prune(new Date('2530-01-01'))).toBe(1);
      expect(await store.claim('held')).toEqual({ state: 'busy' });
    });

    test('does not lose an event that is being handled: it can still be completed', async () => {
      const { store, endLease } = await open();
      await store.claim('slow', event('slow', '2025-05-06T12:00:00.000Z'));
      await endLease('slow');
      expect(await store.prune(new Date('2030-01-01'))).toBe(1);
      await store.complete('slow', event('slow', '2025-05-06T12:00:00.000Z'));
      expect(ids(await store.eventsOf('m'))).toEqual(['slow']);
      expect((await store.claim('slow')).state).toBe('done');
    });

    test.each([3_600_000, -3_600_000])(
      'times leases by the clock of the database, also with this clock %d ms off',
      async (off) => {
        const { store, endLease } = await open();
        vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + off });
        onTestFinished(() => void vi.useRealTimers());
        await store.claim('held', event('held', '2025-05-06T12:00:00.000Z'));
        expect(await store.claim('held')).toEqual({ state: 'busy' });
        expect(await store.prune(new Date('2530-01-01'))).toBe(0);
        expect(await store.abandoned()).toEqual([]);
        await endLease('held');
        expect((await store.claim('held')).state).toBe('won');
      },
    );
  });
}

const mysql = urlFor('TEST_MYSQL_URL');

test.skipIf(mysql === undefined)(
  'a claim holds an hour longer at most if the clock of the database is set back by an hour, and its event is handed out then',
  async () => {
    const place = await storeKinds['MariaDB']!.createPlace(mysql!);
    const start = Math.floor(Date.now() / 1000);
    /** A store whose connections see the time so many seconds after the start: https://mariadb.com/kb/en/server-system-variables/#timestamp */
    const openAt = async (seconds: number) => {
      const pool = createPool({ uri: place.address, connectionLimit: 1 });
      pool.on('connection', (connection) => connection.query(`set timestamp = ${start + seconds}`));
      const db = new Kysely<Record<never, never>>({ dialect: new MysqlDialect({ pool }) });
      onTestFinished(() => db.destroy());
      return kyselyStore(db);
    };
    onTestFinished(() => place.destroy());
    const left = event('left', '2025-05-06T10:00:00.000Z');
    const before = await openAt(0);
    await before.migrate();
    const claim = await before.claim('left', left);
    const running = await before.claim('running', left);
    if (claim.state !== 'won' || running.state !== 'won') throw new Error('expected to win twice');
    const setBack = await openAt(-3600);
    expect(await setBack.claim('left', left)).toEqual({ state: 'busy' });
    // Whoever runs a function goes on, with a lease by the new clock.
    expect(await setBack.renew('running', running.token)).toBe(true);
    expect((await (await openAt(-3596)).claim('running', left)).state).toBe('won');
    const later = await openAt(4);
    expect((await later.abandoned()).map(({ key }) => key)).toContain('left');
    expect((await later.claim('left', left)).state).toBe('won');
  },
);

const redis = process.env['TEST_REDIS_URL'];

describe.each(['Redis by redis', 'Redis by ioredis', 'memory'])('the store of %s', (kind) => {
  const { variable, createPlace } = storeKinds[kind]!;
  const url = urlFor(variable);
  test.skipIf(url === undefined).each([3_600_000, -3_600_000])(
    'holds claims and ends them as if this clock were not set %d ms off',
    async (off) => {
      const place = await createPlace(url!);
      const { store, close } = await place.open(600_000);
      onTestFinished(async () => {
        await close();
        await place.destroy();
      });
      const held = event('held', '2025-05-06T12:00:00.000Z');
      const claim = await store.claim('held', held);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + off });
      onTestFinished(() => void vi.useRealTimers());
      expect(await store.claim('held', held)).toEqual({ state: 'busy' });
      expect(await store.abandoned()).toEqual([]);
      if (claim.state === 'won') await store.release('held', claim.token);
      expect((await store.abandoned()).map(({ key }) => key)).toEqual(['held']);
      expect((await store.claim('held', held)).state).toBe('won');
      await store.complete('held', held);
      expect((await store.claim('held', held)).state).toBe('done');
    },
  );
});

describe.skipIf(redis === undefined)('the Redis store', () => {
  async function open(options: { readonly lease?: number; readonly keepFor?: number }) {
    const client = new Redis(redis!);
    const prefix = `t${crypto.randomUUID()}:`;
    onTestFinished(async () => {
      const left = await client.keys(`${prefix}*`);
      if (left.length) await client.del(...left);
      client.disconnect();
    });
    return { client, prefix, store: redisStore(client, { prefix, ...options }) };
  }
  const minute = 60_000;

  test('sets an expiry on every key: the lease on claims, `keepFor` on handled events', async () => {
    const { client, prefix, store } = await open({ lease: 5 * minute, keepFor: 60 * minute });
    await store.claim('a');
    const lease = await client.pttl(`${prefix}event:a`);
    expect(lease).toBeGreaterThan(0);
    expect(lease).toBeLessThanOrEqual(5 * minute);
    await store.complete('a', event('a', '2025-05-06T10:00:00.000Z'));
    await store.complete('b', event('b', '2025-05-06T10:00:00.000Z', { meetingId: undefined }));
    const keys = await client.keys(`${prefix}*`);
    expect(keys).toHaveLength(5);
    for (const key of keys) {
      const left = await client.pttl(key);
      expect(left).toBeGreaterThan(5 * minute);
      expect(left).toBeLessThanOrEqual(60 * minute);
    }
  });

  test('deletes handled events after `keepFor`, and leaves nothing behind', async () => {
    const { client, prefix, store } = await open({ keepFor: 60 * minute });
    await store.claim('a');
    await store.complete('a', event('a', '2025-05-06T10:00:00.000Z'));
    expect((await store.claim('a')).state).toBe('done');
    expect(ids(await store.eventsOf('m'))).toEqual(['a']);
    // The same once more, to be kept for a millisecond.
    const briefStore = redisStore(client, { prefix, keepFor: 1 });
    await briefStore.complete('a', event('a', '2025-05-06T10:00:00.000Z'));
    await expect.poll(() => client.keys(`${prefix}*`)).toEqual([]);
    expect(await store.eventsOf({ meetingId: 'm', roomName: '/m' })).toEqual([]);
    expect((await store.claim('a')).state).toBe('won');
  });

  test('keeps the events of a meeting as long as its last one', async () => {
    const { client, prefix, store } = await open({ keepFor: 60 * minute });
    await store.complete('a', event('a', '2025-05-06T10:00:00.000Z'));
    await client.pexpire(`${prefix}meeting:m`, 5 * minute);
    await store.complete('b', event('b', '2025-05-06T10:00:00.000Z'));
    expect(await client.pttl(`${prefix}meeting:m`)).toBeGreaterThan(5 * minute);
    expect(ids(await store.eventsOf('m'))).toEqual(['a', 'b']);
  });

  test('frees an abandoned claim after its lease, and ignores a late release by its owner', async () => {
    const { client, prefix, store } = await open({ lease: 60 * minute });
    const briefStore = redisStore(client, { prefix, lease: 1 });
    const first = await briefStore.claim('a');
    const next = await waitUntil(async () => {
      const claim = await store.claim('a');
      if (claim.state !== 'won') throw new Error(`expected to win, got ${claim.state}`);
      return claim;
    });
    if (first.state !== 'won') throw new Error(`expected to win, got ${first.state}`);
    await store.release('a', first.token);
    expect(await store.claim('a')).toEqual({ state: 'busy' });
    await store.release('a', next.token);
    expect((await store.claim('a')).state).toBe('won');
  });
});

describe('the memory store', () => {
  test('ends a lease by its clock, and not before', async () => {
    let time = 0;
    const store = memoryStore({ lease: 10_000, now: () => time });
    const first = await store.claim('a');
    time = 9_999;
    expect(await store.claim('a')).toEqual({ state: 'busy' });
    time = 10_000;
    const second = await store.claim('a');
    if (first.state !== 'won' || second.state !== 'won') throw new Error('expected to win twice');
    expect(second.token).not.toBe(first.token);
    await store.release('a', first.token);
    expect(await store.claim('a')).toEqual({ state: 'busy' });
  });
});
