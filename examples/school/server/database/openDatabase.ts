import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';
import type PgBoss from 'pg-boss';
import { SchoolError } from '../operations/SchoolError.js';
import { createPglitePool } from './createPglitePool.js';
import { migrations } from './migrations.js';
import type { Database, Tables } from './tables.js';

export interface OpenDatabase {
  readonly database: Database;
  /** How pg-boss reaches the same database. */
  readonly forJobs: PgBoss.ConstructorOptions;
  close(): Promise<void>;
}

/**
 * PostgreSQL if there is an address, else PGlite in a folder (or in memory), which one process can use. Tables are brought up
 * to date; processes that start together wait for each other.
 * @throws SchoolError if the database does not answer
 */
export async function openDatabase(url: string | undefined, folder: string | undefined): Promise<OpenDatabase> {
  const opened = url === undefined ? await openPglite(folder) : await openPostgres(url);
  const migrator = new Migrator({ db: opened.database, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    await opened.close();
    throw new SchoolError(`The tables cannot be brought up to date: ${describe(error)}. Nothing was started.`);
  }
  return opened;
}

async function openPostgres(url: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000 });
  // A database that restarts ends idle connections. Without a listener, that error ends this process too.
  pool.on('error', () => undefined);
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new SchoolError(
      `The database of DATABASE_URL does not answer: ${describe(error)}. Start it or correct the address; without DATABASE_URL the school keeps its data in a folder.`,
    );
  }
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    database,
    forJobs: { db: { executeSql: (text, values) => pool.query(text, values) } },
    close: () => database.destroy(),
  };
}

async function openPglite(folder: string | undefined): Promise<OpenDatabase> {
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const lite = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  const pool = createPglitePool(lite);
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    database,
    forJobs: { db: { executeSql: pool.executeSql } },
    close: () => database.destroy(),
  };
}

/** What a driver says without the address, which has a password. */
const describe = (error: unknown): string =>
  error instanceof AggregateError
    ? describe(error.errors[0])
    : error instanceof Error
      ? error.message.replaceAll(/\w+:\/\/\S+/g, 'the address')
      : 'it failed';
