import type { EventEmitter } from 'node:events';
import { Cluster, Redis } from 'ioredis';
import { CamelCasePlugin, Kysely, MysqlDialect, ParseJSONResultsPlugin, PostgresDialect, sql } from 'kysely';
import type { Dialect, KyselyPlugin } from 'kysely';
import { createPool } from 'mysql2';
import pg from 'pg';
import { createClient, createCluster } from 'redis';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { BuiltInStore, StoredEvent } from 'react-whereby-embed/server';
import { kyselyStore } from 'react-whereby-embed/server/kysely';
import { redisStore } from 'react-whereby-embed/server/redis';
import type { RedisClient } from 'react-whereby-embed/server/redis';
import { createSqliteDialect } from './support/createSqliteDialect.js';
import { startRedisCluster } from './support/startRedisCluster.js';
import type { RedisCluster } from './support/startRedisCluster.js';
import { storeKinds } from './support/storeKinds.js';

const event: StoredEvent = {
  id: 'event-1',
  apiVersion: '1.0',
  createdAt: '2025-05-06T10:00:00.000Z',
  type: 'room.session.started',
  data: { meetingId: '1001', roomName: '/lesson-1', subdomain: 'acme', roomSessionId: null },
};

/** As any database and connection must keep it, whatever its encoding. */
const namedEvent: StoredEvent = { ...event, data: { ...event.data, displayName: '🧑‍🚀 Åse 日本 \u0000' } };

/** Handles an event, fails at another one, and reads both. */
async function checkStore(store: BuiltInStore) {
  const claim = await store.claim(event.id, event);
  if (claim.state !== 'won') throw new Error(`expected to win, got ${claim.state}`);
  expect(await store.claim(event.id, event)).toEqual({ state: 'busy' });
  expect(await store.renew(event.id, claim.token)).toBe(true);
  await store.complete(event.id, event);
  expect(await store.claim(event.id, event)).toEqual({ state: 'done' });
  const failed = await store.claim('failed', event);
  if (failed.state === 'won') await store.release('failed', failed.token);
  expect(await store.abandoned()).toEqual([{ key: 'failed', event }]);
  expect(await store.eventsOf('1001')).toEqual([event]);
  expect(await store.eventsOf({ roomName: '/lesson-1' })).toEqual([event]);
}

const dialects: Readonly<Record<string, (address: string) => Dialect>> = {
  SQLite: createSqliteDialect,
  PostgreSQL: (url) => new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2 }) }),
  MariaDB: (uri) => new MysqlDialect({ pool: createPool({ uri, connectionLimit: 2 }) }),
};

const plugins: Readonly<Record<string, KyselyPlugin>> = {
  CamelCasePlugin: new CamelCasePlugin(),
  'CamelCasePlugin with upper case': new CamelCasePlugin({ upperCase: true }),
  ParseJSONResultsPlugin: new ParseJSONResultsPlugin(),
};

for (const [kind, dialect] of Object.entries(dialects)) {
  const { variable, createPlace } = storeKinds[kind]!;
  const url = variable ? process.env[variable] : '';

  describe.skipIf(url === undefined)(`the ${kind} store`, () => {
    async function open(...used: KyselyPlugin[]) {
      const place = await createPlace(url!);
      const db = new Kysely<Record<never, never>>({ dialect: dialect(place.address), plugins: used });
      onTestFinished(async () => {
        await db.destroy();
        await place.destroy();
      });
      return db;
    }

    test.each(Object.entries(plugins))('works in an app that has %s', async (_, plugin) => {
      const store = kyselyStore(await open(plugin), { lease: 600_000 });
      await store.migrate();
      await checkStore(store);
    });

    test.skipIf(kind === 'SQLite')('keeps names in a database and over a connection of another encoding', async () => {
      const place = await createPlace(url!);
      const name = `s${crypto.randomUUID().replaceAll('-', '')}`;
      const admin = new Kysely<Record<never, never>>({ dialect: dialect(place.address) });
      const encoding =
        kind === 'MariaDB' ? "character set 'latin1'" : "encoding 'LATIN1' locale 'C' template template0";
      await sql.raw(`create database ${name} ${encoding}`).execute(admin);
      const address = Object.assign(new URL(place.address), { pathname: `/${name}` }).href;
      const db = new Kysely<Record<never, never>>({
        dialect:
          kind === 'MariaDB'
            ? new MysqlDialect({ pool: createPool({ uri: address, charset: 'LATIN1_SWEDISH_CI' }) })
            : dialect(address),
      });
      onTestFinished(async () => {
        await db.destroy();
        await sql.raw(`drop database ${name}`).execute(admin);
        await admin.destroy();
        await place.destroy();
      });
      const store = kyselyStore(db);
      await store.migrate();
      const claim = await store.claim('named', namedEvent);
      if (claim.state === 'won') await store.release('named', claim.token);
      expect(await store.abandoned()).toEqual([{ key: 'named', event: namedEvent }]);
      await store.complete('named', namedEvent);
      expect(await store.eventsOf('1001')).toEqual([namedEvent]);
    });

    test('refuses a transaction, with what to pass', async () => {
      const db = await open();
      await db.transaction().execute(async (transaction) => {
        expect(() => kyselyStore(transaction)).toThrow(/the Kysely instance that the transaction was started with/);
      });
    });

    test.skipIf(kind === 'SQLite')('keeps the events of two schemas apart, by option or by withSchema', async () => {
      const db = await open();
      const name = `s${crypto.randomUUID().replaceAll('-', '')}`;
      const stores = [
        kyselyStore(db, { schema: `${name}a`, lease: 600_000 }),
        kyselyStore(db.withSchema(`${name}b`), { lease: 600_000 }),
      ];
      onTestFinished(async () => {
        for (const end of ['a', 'b']) {
          const drop = db.schema.dropSchema(`${name}${end}`);
          await (kind === 'PostgreSQL' ? drop.cascade() : drop).execute();
        }
      });
      for (const store of stores) {
        await store.migrate();
        await store.migrate();
        await checkStore(store);
      }
    });
  });
}

const redis = process.env['TEST_REDIS_URL'];

describe.skipIf(redis === undefined)('the Redis store on a cluster', () => {
  let cluster: RedisCluster;
  beforeAll(async () => void (cluster = await startRedisCluster()));
  afterAll(() => cluster.stop());

  const clients: Readonly<Record<string, () => Promise<{ client: RedisClient; close(): unknown }>>> = {
    redis: async () => {
      const client = await createCluster({ rootNodes: [{ url: cluster.url }] }).connect();
      return { client, close: () => client.close() };
    },
    ioredis: async () => {
      const client = new Cluster([cluster.url]);
      return { client, close: () => client.disconnect() };
    },
    'ioredis with keyPrefix': async () => {
      const client = new Cluster([cluster.url], { keyPrefix: 'app:' });
      return { client, close: () => client.disconnect() };
    },
  };

  test.each(Object.entries(clients))('works with a cluster of %s, whatever the prefix', async (_, connect) => {
    const { client, close } = await connect();
    onTestFinished(async () => void (await close()));
    for (const prefix of ['whereby', '{whereby}'])
      await checkStore(redisStore(client, { prefix: `${prefix}${crypto.randomUUID()}:`, lease: 600_000 }));
  });

  const clientsOfOneServer: typeof clients = {
    redis: async () => {
      const client = await createClient({ url: cluster.url }).connect();
      return { client, close: () => client.close() };
    },
    ioredis: async () => {
      const client = new Redis(cluster.url);
      return { client, close: () => client.disconnect() };
    },
  };

  test.each(Object.entries(clientsOfOneServer))(
    'refuses a client of %s that is connected to one server of it, with what to pass',
    async (_, connect) => {
      const { client, close } = await connect();
      onTestFinished(async () => void (await close()));
      const store = redisStore(client, { prefix: crypto.randomUUID() });
      // A third of the keys is on this server.
      const claims = await Promise.allSettled(Array.from({ length: 50 }, (_each, at) => store.claim(String(at))));
      const refused = claims.filter(({ status }) => status === 'rejected');
      expect(refused.length).toBeGreaterThan(0);
      for (const refusal of refused)
        expect(refusal).toMatchObject({
          reason: { code: 'WEBHOOK_OPTIONS_INVALID', message: expect.stringContaining('createCluster') as string },
        });
    },
  );
});

/** What clients that parse JSON by themselves make of replies. */
const parse = (reply: unknown): unknown => {
  if (Array.isArray(reply)) return reply.map(parse);
  try {
    return JSON.parse(String(reply)) as unknown;
  } catch {
    return reply;
  }
};

describe.skipIf(redis === undefined)('the Redis store', () => {
  const clients: Readonly<Record<string, () => Promise<{ client: RedisClient; close(): unknown }>>> = {
    'redis with RESP 3': async () => {
      const client = await createClient({ url: redis!, RESP: 3 }).connect();
      return { client, close: () => client.close() };
    },
    'redis with RESP 2': async () => {
      const client = await createClient({ url: redis!, RESP: 2 }).connect();
      return { client, close: () => client.close() };
    },
    'ioredis with keyPrefix and texts for numbers': async () => {
      const client = new Redis(redis!, { keyPrefix: 'app:', stringNumbers: true });
      return { client, close: () => client.disconnect() };
    },
    'a function that parses replies': async () => {
      const client = new Redis(redis!);
      const send = async ([name, ...args]: string[]) => parse(await client.call(name!, ...args));
      return { client: send, close: () => client.disconnect() };
    },
    'a function that returns buffers': async () => {
      const client = new Redis(redis!);
      const send = async ([name, ...args]: string[]) => client.callBuffer(name!, ...args);
      return { client: send, close: () => client.disconnect() };
    },
  };

  test.each(Object.entries(clients))('works with %s', async (_, connect) => {
    const { client, close } = await connect();
    onTestFinished(async () => void (await close()));
    await checkStore(redisStore(client, { prefix: `t${crypto.randomUUID()}:`, lease: 600_000 }));
  });

  test('wins a claim once more when its client sends it again because the reply was lost', async () => {
    const client = new Redis(redis!);
    onTestFinished(() => client.disconnect());
    const send = async ([name, ...args]: string[]) => {
      await client.call(name!, ...args);
      return client.call(name!, ...args);
    };
    await checkStore(redisStore(send, { prefix: `t${crypto.randomUUID()}:`, lease: 600_000 }));
  });

  const emitterOf = (client: RedisClient) => client as unknown as EventEmitter;

  test('says once what a client without a listener for errors does, when it is used', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    onTestFinished(() => warned.mockRestore());
    const client = await createClient({ url: redis! }).connect();
    onTestFinished(() => client.close());
    const stores = ['a', 'b'].map((name) => redisStore(client, { prefix: `${name}${crypto.randomUUID()}:` }));
    expect(warned).not.toHaveBeenCalled();
    for (const store of stores) for (const key of ['1', '2']) await store.claim(key);
    expect(warned).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('REDIS_LISTENER_MISSING'));
    // Not the store's to decide: one that it adds would hide the errors from the app.
    expect(emitterOf(client).listenerCount('error')).toBe(0);
  });

  test('says nothing of a client with a listener, of one that needs none, and of a function', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    onTestFinished(() => warned.mockRestore());
    const client = await createClient({ url: redis! }).connect();
    const ioredis = new Redis(redis!);
    onTestFinished(() => {
      ioredis.disconnect();
      return client.close();
    });
    const prefix = `t${crypto.randomUUID()}:`;
    const store = redisStore(client, { prefix });
    // After the store, but before it is used.
    emitterOf(client).on('error', () => undefined);
    await store.claim('1');
    await redisStore(ioredis, { prefix }).claim('2');
    await redisStore(async ([name, ...args]) => ioredis.call(name!, ...args), { prefix }).claim('3');
    expect(warned).not.toHaveBeenCalled();
  });

  test('refuses a client that returns nothing, with what to pass', async () => {
    await expect(redisStore(async () => undefined).claim('1')).rejects.toThrow(/legacy mode/);
  });
});
