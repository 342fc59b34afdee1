import {
  DummyDriver,
  Kysely,
  MssqlAdapter,
  MssqlIntrospector,
  MssqlQueryCompiler,
  MysqlAdapter,
  MysqlIntrospector,
  MysqlQueryCompiler,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { DatabaseIntrospector, DialectAdapter, QueryCompiler } from 'kysely';
import { kyselyStore } from 'react-whereby-embed/server/kysely';
import { expect, test } from 'vitest';
import { findDialect } from '../../../../src/server/webhooks/stores/kysely/findDialect.js';

type Part<T> = new (db: Kysely<never>) => T;

const open = (
  Adapter: new () => DialectAdapter,
  Introspector: Part<DatabaseIntrospector>,
  Compiler: new () => QueryCompiler,
) =>
  new Kysely<Record<never, never>>({
    dialect: {
      createAdapter: () => new Adapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new Introspector(db as Kysely<never>),
      createQueryCompiler: () => new Compiler(),
    },
  });

test('finds the dialect of a database', () => {
  expect(findDialect(open(MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler))).toBe('mysql');
  expect(findDialect(open(PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler))).toBe('postgres');
  expect(findDialect(open(SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler))).toBe('sqlite');
});

test('refuses a database of another dialect, with those that it takes', () => {
  expect(() => kyselyStore(open(MssqlAdapter, MssqlIntrospector, MssqlQueryCompiler))).toThrow(
    expect.objectContaining({
      code: 'WEBHOOK_OPTIONS_INVALID',
      message: expect.stringContaining('the database must be SQLite, PostgreSQL or MySQL') as string,
    }),
  );
});
