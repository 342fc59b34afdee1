import type { Kysely } from 'kysely';

/** The schema that an app's `withSchema` puts before its tables; undefined if there is none. It shows in a query. */
export function findSchema<DB>(db: Kysely<DB>): string | undefined {
  const { sql } = (db as unknown as Kysely<{ probe: { id: string } }>).selectFrom('probe').select('id').compile();
  return /from ["`]([^"`]+)["`]\.["`]/i.exec(sql)?.[1];
}
