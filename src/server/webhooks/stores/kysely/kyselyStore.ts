import { Migrator } from 'kysely';
import type { Kysely } from 'kysely';
import { sortEvents, readMeetingPlace, readPlace } from '../readPlace.js';
import { defaultLease } from '../WebhookStore.js';
import type { StoredEvent, WebhookStore } from '../WebhookStore.js';
import { isMysql } from './isMysql.js';
import { webhookMigrations } from './webhookMigrations.js';
import type { WebhookTables } from './WebhookTables.js';

export interface KyselyStoreOptions {
  /** How long a claim holds, in milliseconds; 10 s where left out. Longer than the slowest handler takes. */
  readonly lease?: number | undefined;
  /** The time now in milliseconds; `Date.now` where left out. Clocks of several machines have to agree to well below the lease. */
  readonly now?: (() => number) | undefined;
}

export interface KyselyStore extends WebhookStore {
  /** Makes the tables, or brings them up to this version. Safe to call at every start, from several processes at once. */
  migrate(): Promise<void>;
  /** Forgets events that happened before a time, and claims nobody finished. Answers how many. */
  prune(before: Date): Promise<number>;
}

/**
 * A store in a SQL database, through Kysely: SQLite for one machine, PostgreSQL or MySQL for many. Call `migrate()`
 * once, or run `webhookMigrations` with your own.
 */
export function kyselyStore<DB>(
  database: Kysely<DB>,
  { lease = defaultLease, now = Date.now }: KyselyStoreOptions = {},
): KyselyStore {
  // The app's own tables are none of the store's business.
  const db = database as unknown as Kysely<WebhookTables>;
  const mysql = isMysql(db);
  const table = 'whereby_webhook_events';
  const bodies = async (query: { execute(): Promise<{ readonly body: string | null }[]> }) =>
    (await query.execute()).map(({ body }) => JSON.parse(body!) as StoredEvent);
  const done = db.selectFrom(table).select('body').where('state', '=', 'done');

  return {
    async claim(id) {
      const token = crypto.randomUUID();
      const time = now();
      const fresh = db.insertInto(table).values({ id, token, state: 'claimed', lease_until: time + lease });
      const inserted = await (
        mysql ? fresh.ignore() : fresh.onConflict((conflict) => conflict.column('id').doNothing())
      ).executeTakeFirst();
      if (inserted.numInsertedOrUpdatedRows === 1n) return { state: 'won', token };

      const taken = await db
        .updateTable(table)
        .set({ token, lease_until: time + lease })
        .where('id', '=', id)
        .where('state', '=', 'claimed')
        .where('lease_until', '<=', time)
        .executeTakeFirst();
      if (taken.numUpdatedRows === 1n) return { state: 'won', token };

      const row = await db.selectFrom(table).select('state').where('id', '=', id).executeTakeFirst();
      return { state: row?.state === 'done' ? 'done' : 'busy' };
    },

    async complete(id, event) {
      const { meetingId = null, roomName = null } = readPlace(event);
      const row = {
        state: 'done' as const,
        meeting_id: meetingId,
        room_name: roomName,
        created_at: new Date(event.createdAt).toISOString(),
        body: JSON.stringify(event),
      };
      const updated = await db.updateTable(table).set(row).where('id', '=', id).executeTakeFirst();
      if (updated.numUpdatedRows > 0n) return;
      // No row: the claim was pruned or never made. MySQL also counts a row nothing changed in as none.
      const fresh = db.insertInto(table).values({ id, token: '', lease_until: 0, ...row });
      await (mysql ? fresh.ignore() : fresh.onConflict((conflict) => conflict.column('id').doNothing())).execute();
    },

    async release(id, token) {
      await db
        .deleteFrom(table)
        .where('id', '=', id)
        .where('state', '=', 'claimed')
        .where('token', '=', token)
        .execute();
    },

    async eventsOf(meeting) {
      const { meetingId, roomName } = readMeetingPlace(meeting);
      if (!meetingId && !roomName) return [];
      const own = await bodies(
        meetingId
          ? done.where('meeting_id', '=', meetingId)
          : done.where('room_name', '=', roomName!).where('meeting_id', 'is not', null),
      );
      const rooms = [...new Set([roomName, ...own.map((event) => readPlace(event).roomName)])].filter(
        (name) => name !== undefined,
      );
      const nameOnly = rooms.length
        ? await bodies(done.where('room_name', 'in', rooms).where('meeting_id', 'is', null))
        : [];
      return sortEvents([...own, ...nameOnly]);
    },

    async migrate() {
      const migrator = new Migrator({
        db,
        provider: { getMigrations: async () => ({ ...webhookMigrations }) },
        migrationTableName: 'whereby_migrations',
        migrationLockTableName: 'whereby_migrations_lock',
      });
      const { error } = await migrator.migrateToLatest();
      if (error) throw error instanceof Error ? error : new Error(String(error));
    },

    async prune(before) {
      const { numDeletedRows } = await db
        .deleteFrom(table)
        .where((where) =>
          where.or([
            where.and([where('state', '=', 'done'), where('created_at', '<', before.toISOString())]),
            where.and([where('state', '=', 'claimed'), where('lease_until', '<', Math.min(before.getTime(), now()))]),
          ]),
        )
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
