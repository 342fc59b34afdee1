import type { Kysely } from 'kysely';

/** Whether a database speaks MySQL's dialect (MariaDB too), seen from how it quotes names. */
export const isMysql = <DB>(db: Kysely<DB>): boolean =>
  db
    .selectNoFrom((build) => build.val(1).as('one'))
    .compile()
    .sql.includes('`');
