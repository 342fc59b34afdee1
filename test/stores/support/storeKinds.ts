import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, MysqlDialect, PostgresDialect } from 'kysely';
import type { Dialect } from 'kysely';
import { memoryStore } from 'react-whereby-embed/server';
import type { BuiltInStore } from 'react-whereby-embed/server';
import { kyselyStore } from 'react-whereby-embed/server/kysely';
import type { KyselyStore } from 'react-whereby-embed/server/kysely';
import { redisStore } from 'react-whereby-embed/server/redis';

export interface OpenedStore {
  readonly store: BuiltInStore;
  close(): Promise<void>;
}

/** A place that several stores, in one process or many, can share. */
export interface StorePlace {
  /** Opens a store in the place. */
  open(lease?: number): Promise<OpenedStore>;
  /** What another process needs to open the place. */
  readonly address: string;
  destroy(): Promise<void>;
}

export interface StoreKind {
  /** The environment variable with the server's URL; undefined if the kind needs no server. */
  readonly variable?: string;
  /** Whether only one process can use it. */
  readonly isSingleProcess?: boolean;
  createPlace(url: string): Promise<StorePlace>;
}

const randomName = () => `t${crypto.randomUUID().replaceAll('-', '')}`;

async function openSql(
  dialect: Dialect,
  lease: number | undefined,
): Promise<OpenedStore & { readonly store: KyselyStore }> {
  const db = new Kysely<Record<never, never>>({ dialect });
  const store = kyselyStore(db, { lease });
  await store.migrate();
  return { store, close: () => db.destroy() };
}

/** Drivers are loaded when they are used, because many processes start with this file. */
const createPgPool = async (connectionString: string, max: number) => {
  const { default: pg } = await import('pg');
  // Without a listener, the end of an idle connection ends the process.
  return new pg.Pool({ connectionString, max }).on('error', () => undefined);
};
const createMysqlPool = async (uri: string, connectionLimit: number) => {
  const { createPool } = await import('mysql2');
  return createPool({ uri, connectionLimit });
};

/** Opens a store of each kind in a place that this process or another one created. */
export const storeOpeners: Readonly<Record<string, (address: string, lease?: number) => Promise<OpenedStore>>> = {
  async SQLite(file, lease) {
    const { createSqliteDialect } = await import('./createSqliteDialect.js');
    return openSql(createSqliteDialect(file), lease);
  },
  PostgreSQL: async (url, lease) => openSql(new PostgresDialect({ pool: await createPgPool(url, 4) }), lease),
  MariaDB: async (url, lease) => openSql(new MysqlDialect({ pool: await createMysqlPool(url, 4) }), lease),
  async 'Redis by redis'(address, lease) {
    const { createClient } = await import('redis');
    const [url, prefix] = address.split(' ');
    const client = await createClient({ url: url! })
      .on('error', () => undefined)
      .connect();
    return { store: redisStore(client, { prefix, lease }), close: () => client.close() };
  },
  async 'Redis by ioredis'(address, lease) {
    const { Redis } = await import('ioredis');
    const [url, prefix] = address.split(' ');
    const client = new Redis(url!).on('error', () => undefined);
    return { store: redisStore(client, { prefix, lease }), close: async () => client.disconnect() };
  },
};

const toPlace = (kind: string, address: string, destroy: () => Promise<void>): StorePlace => ({
  open: (lease) => storeOpeners[kind]!(address, lease),
  address,
  destroy,
});

/** Creates a database of its own on a server; `destroy` drops it. */
async function createDatabase(
  kind: string,
  url: string,
  execute: (sql: string) => Promise<unknown>,
  end: () => Promise<void>,
) {
  const name = randomName();
  await execute(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return toPlace(kind, own.href, async () => {
    await execute(`drop database ${name}`);
    await end();
  });
}

/** Every kind of store, and how to create a place for it. */
export const storeKinds: Readonly<Record<string, StoreKind>> = {
  memory: {
    isSingleProcess: true,
    createPlace: async () => ({
      open: async (lease) => ({ store: memoryStore({ lease }), close: async () => undefined }),
      address: '',
      destroy: async () => undefined,
    }),
  },
  SQLite: {
    async createPlace() {
      const folder = mkdtempSync(join(tmpdir(), 'store-'));
      return toPlace('SQLite', join(folder, 'events.db'), async () => rmSync(folder, { recursive: true }));
    },
  },
  PostgreSQL: {
    variable: 'TEST_POSTGRES_URL',
    async createPlace(url) {
      const pool = await createPgPool(url, 1);
      return createDatabase(
        'PostgreSQL',
        url,
        (sql) => pool.query(sql),
        () => pool.end(),
      );
    },
  },
  MariaDB: {
    variable: 'TEST_MYSQL_URL',
    async createPlace(url) {
      const pool = (await createMysqlPool(url, 1)).promise();
      return createDatabase(
        'MariaDB',
        url,
        (sql) => pool.query(sql),
        () => pool.end(),
      );
    },
  },
  'Redis by redis': {
    variable: 'TEST_REDIS_URL',
    createPlace: async (url) => toPlace('Redis by redis', `${url} ${randomName()}:`, async () => undefined),
  },
  'Redis by ioredis': {
    variable: 'TEST_REDIS_URL',
    createPlace: async (url) => toPlace('Redis by ioredis', `${url} ${randomName()}:`, async () => undefined),
  },
};
