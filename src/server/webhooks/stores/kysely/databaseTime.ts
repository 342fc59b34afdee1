import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Dialect } from './findDialect.js';

/**
 * The time of the database server in milliseconds since 1970. Leases are timed by it, because the clocks of several
 * machines differ and are set back. None of the expressions depends on a time zone.
 */
export const databaseTime: Readonly<Record<Dialect, RawBuilder<number>>> = {
  postgres: sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
  mysql: sql`(timestampdiff(microsecond, '1970-01-01 00:00:00', utc_timestamp(6)) div 1000)`,
  sqlite: sql`cast((julianday('now') - 2440587.5) * 86400000 as integer)`,
};
