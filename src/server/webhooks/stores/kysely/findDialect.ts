import type { Kysely } from 'kysely';
import { createServerError } from '../../../../errors/createServerError.js';

/** The dialects that the store is written for. MariaDB and PlanetScale are `mysql`, CockroachDB and Neon `postgres`. */
export type Dialect = 'mysql' | 'postgres' | 'sqlite';

/**
 * Finds the dialect of a database. Kysely does not say: it shows in how names and values are written.
 * @throws WherebyError `WEBHOOK_OPTIONS_INVALID` for any other dialect
 */
export function findDialect<DB>(db: Kysely<DB>): Dialect {
  const { sql } = db.selectNoFrom((build) => build.val(1).as('one')).compile();
  if (sql.includes('`')) return 'mysql';
  if (sql.includes('$1')) return 'postgres';
  if (sql.includes('?')) return 'sqlite';
  throw createServerError('WEBHOOK_OPTIONS_INVALID', {
    problem:
      'the database must be SQLite, PostgreSQL or MySQL (or one that speaks like them); for others write a store of your own, with the methods of `WebhookStore`',
  });
}

/** Whether a database uses the dialect of MySQL, as MariaDB does too. */
export const isMysql = <DB>(db: Kysely<DB>): boolean => findDialect(db) === 'mysql';
