import { Kysely, MysqlDialect, PostgresDialect, sql } from 'kysely';
import type { Dialect } from 'kysely';
import { createPool } from 'mysql2';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { StoredEvent } from 'react-whereby-embed/server';
import { kyselyStore } from 'react-whereby-embed/server/kysely';
import type { WebhookTables } from 'react-whereby-embed/server/kysely';
import { storeKinds } from './support/storeKinds.js';

const event = (id: string): StoredEvent => ({
  id,
  apiVersion: '1.0',
  createdAt: '2025-05-06T10:00:00.000Z',
  type: 'room.session.started',
  data: { meetingId: '1', roomName: '/r' },
});

/** What differs between two databases that roll back statements. */
interface Kind {
  /** Settings by which the store, and not the app's own transaction, is the one that is rolled back. */
  readonly losing: (url: string) => Dialect;
  readonly winning: (url: string) => Dialect;
  /** Undefined if the database lets such statements wait. */
  readonly serializable?: (url: string) => Dialect;
  readonly codes: readonly unknown[];
}

const postgres = (url: string, options = '') =>
  new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 8, options }) });

const mysql = (uri: string) => new MysqlDialect({ pool: createPool({ uri, connectionLimit: 8 }) });

const kinds: Readonly<Record<string, Kind>> = {
  PostgreSQL: {
    losing: (url) => postgres(url, '-c deadlock_timeout=500ms'),
    winning: (url) => postgres(url, '-c deadlock_timeout=10s'),
    serializable: (url) => postgres(url, '-c default_transaction_isolation=serializable'),
    codes: ['40P01', '40001'],
  },
  MariaDB: {
    // InnoDB rolls back the transaction that has changed less.
    losing: mysql,
    winning: mysql,
    codes: ['ER_LOCK_DEADLOCK'],
  },
};

for (const [name, kind] of Object.entries(kinds)) {
  const { variable, createPlace } = storeKinds[name]!;
  const url = process.env[variable!];

  describe.skipIf(url === undefined)(`the ${name} store`, () => {
    async function open(toDialect: (url: string) => Dialect, toOther = toDialect) {
      const place = await createPlace(url!);
      const conflicts: unknown[] = [];
      const db = new Kysely<WebhookTables>({
        dialect: toDialect(place.address),
        log({ level, ...entry }) {
          const { code } = ('error' in entry ? entry.error : {}) as { readonly code?: unknown };
          if (level === 'error' && kind.codes.includes(code)) conflicts.push(code);
        },
      });
      const other = new Kysely<WebhookTables>({ dialect: toOther(place.address) });
      const store = kyselyStore(db, { lease: 600_000 });
      await store.migrate();
      onTestFinished(async () => {
        await db.destroy();
        await other.destroy();
        await place.destroy();
      });
      return { store, db, other, conflicts };
    }

    test('runs a statement again that lost a deadlock with a transaction of the app', async () => {
      const { store, other, conflicts } = await open(kind.losing, kind.winning);
      await sql`create table ballast (id int primary key)`.execute(other);
      // PostgreSQL looks for a deadlock once, when a statement has waited for a while. On a machine that is slow just
      // then, the app's transaction is the one that finds it, and is rolled back.
      for (let round = 0; round < 5 && conflicts.length === 0; round++) {
        for (const id of ['a', 'b']) await store.complete(id, event(id));
        let pruning: Promise<number> | undefined;
        const transaction = other.transaction().execute(async (trx) => {
          // Whoever has changed more stays.
          for (let row = 0; row < 50; row++)
            await sql`insert into ballast values (${sql.lit(round * 50 + row)})`.execute(trx);
          const touch = (id: string) =>
            trx.updateTable('whereby_webhook_events').set({ token: 'app' }).where('id', '=', id).execute();
          await touch('b');
          // It locks `a` and waits for `b`, or the other way round, and then for what this transaction has.
          pruning = store.prune(new Date('2030-01-01'));
          await expect.poll(() => countWaiting(name, other), { interval: longerThanCache }).toBeGreaterThan(0);
          await touch('a');
        });
        await transaction.catch((error: { readonly code?: unknown }) => expect(kind.codes).toContain(error.code));
        expect(await pruning).toBe(2);
      }
      expect(conflicts).not.toEqual([]);
    });

    test.skipIf(!kind.serializable)(
      'lets one of many claims win although transactions are serializable and roll each other back',
      async () => {
        const { store, conflicts } = await open(kind.serializable!);
        for (let round = 0; round < 100 && (conflicts.length === 0 || round < 5); round++) {
          const claims = await Promise.all(Array.from({ length: 8 }, () => store.claim(`event-${round}`)));
          expect(claims.map(({ state }) => state).sort()).toEqual([...Array<string>(7).fill('busy'), 'won']);
        }
        expect(conflicts).not.toEqual([]);
      },
    );
  });
}

/**
 * Milliseconds between two looks at the locks. InnoDB answers from a cache, which it renews only if nobody has read it for
 * 100 ms: https://dev.mysql.com/doc/refman/8.4/en/innodb-information-schema-internal-data.html
 */
const longerThanCache = 150;

/** How many statements wait for a lock. */
async function countWaiting(name: string, db: Kysely<WebhookTables>): Promise<number> {
  const query =
    name === 'PostgreSQL'
      ? sql<{
          count: unknown;
        }>`select count(*) as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
      : sql<{
          count: unknown;
        }>`select count(*) as count from information_schema.innodb_trx where trx_state = 'LOCK WAIT'`;
  const { rows } = await query.execute(db);
  return Number(rows[0]!.count);
}
