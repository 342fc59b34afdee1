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
import type { Driver, LogConfig } from 'kysely';

const dialects = {
  mssql: { Adapter: MssqlAdapter, Introspector: MssqlIntrospector, QueryCompiler: MssqlQueryCompiler },
  mysql: { Adapter: MysqlAdapter, Introspector: MysqlIntrospector, QueryCompiler: MysqlQueryCompiler },
  postgres: { Adapter: PostgresAdapter, Introspector: PostgresIntrospector, QueryCompiler: PostgresQueryCompiler },
  sqlite: { Adapter: SqliteAdapter, Introspector: SqliteIntrospector, QueryCompiler: SqliteQueryCompiler },
};

/** Opens a database of a dialect without a server: it writes statements, and its driver decides what they give. */
export function openWithoutServer(
  dialect: keyof typeof dialects,
  { driver = new DummyDriver(), log }: { readonly driver?: Driver; readonly log?: LogConfig } = {},
): Kysely<unknown> {
  const { Adapter, Introspector, QueryCompiler } = dialects[dialect];
  return new Kysely<unknown>({
    dialect: {
      createAdapter: () => new Adapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new Introspector(db),
      createQueryCompiler: () => new QueryCompiler(),
    },
    ...(log && { log }),
  });
}
