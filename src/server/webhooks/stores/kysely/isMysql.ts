import type { Kysely } from 'kysely';

/** Whether a database uses the dialect of MySQL, as MariaDB does too. Kysely does not say so: it shows in how names are quoted. */
export const isMysql = <DB>(db: Kysely<DB>): boolean =>
  db
    .selectNoFrom((build) => build.val(1).as('one'))
    .compile()
    .sql.includes('`');
