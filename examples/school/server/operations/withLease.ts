import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/tables.js';

/**
 * Does work that must not run twice at a time, in any process. The lease is renewed while the work runs; if the process
 * dies, the lease ends by itself and another process does the work. Times are those of the database.
 * @returns false if someone else is doing it
 */
export async function withLease(
  database: Database,
  key: string,
  seconds: number,
  work: () => Promise<void>,
): Promise<boolean> {
  const token = randomUUID();
  const until = sql<Date>`now() + make_interval(secs => ${seconds})`;
  const won = await database
    .insertInto('leases')
    .values({ key, token, until })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ token, until })
        .where('leases.until', '<', sql<Date>`now()`),
    )
    .returning('token')
    .executeTakeFirst();
  if (!won) return false;
  const renewal = setInterval(
    () => {
      const renewed = database.updateTable('leases').set({ until }).where('key', '=', key).where('token', '=', token);
      // The next renewal, or the end of the lease, follows.
      renewed.execute().catch(() => undefined);
    },
    (seconds * 1_000) / 3,
  );
  try {
    await work();
  } finally {
    clearInterval(renewal);
    await database.deleteFrom('leases').where('key', '=', key).where('token', '=', token).execute();
  }
  return true;
}
