import { Migrator } from 'kysely';
import type { Insertable, Kysely } from 'kysely';
import { defaultLease } from '../defaultLease.js';
import { findMeetingEvents } from '../findMeetingEvents.js';
import { readEventPlace } from '../readEventPlace.js';
import { readStoreTime } from '../readStoreTime.js';
import type { StoredEvent, WebhookStore } from '../WebhookStore.js';
import { isMysql } from './isMysql.js';
import { webhookMigrations } from './webhookMigrations.js';
import type { WebhookEventTable, WebhookTables } from './WebhookTables.js';

export interface KyselyStoreOptions {
  /**
   * How long a claim holds, in milliseconds. Must be longer than the slowest function takes. Defaults to 10 s. With 0 or
   * `Infinity` it holds until it is completed or released: the event of a process that died is then never handled.
   */
  readonly lease?: number | undefined;
  /** The time now in milliseconds. Defaults to `Date.now`. The clocks of several machines must differ by far less than the lease. */
  readonly now?: (() => number) | undefined;
}

export interface KyselyStore extends WebhookStore {
  /** Creates the tables, or brings them up to this version. Safe to call at every start, from several processes at once. */
  migrate(): Promise<void>;
  /** Deletes the events that happened before a time, and abandoned claims. Returns how many. */
  prune(before: Date): Promise<number>;
}

/**
 * Creates a store in a SQL database, through Kysely: SQLite for one machine, PostgreSQL or MySQL for many. Call
 * `migrate()` once, or run `webhookMigrations` with your own.
 *
 * Throws `WEBHOOK_OPTIONS_INVALID`.
 *
 * A claim is an insert that the primary key lets through once, or an update of a row whose lease has run out.
 */
export function kyselyStore<DB>(
  database: Kysely<DB>,
  { lease: wantedLease = defaultLease, now = Date.now }: KyselyStoreOptions = {},
): KyselyStore {
  const lease = readStoreTime('lease', wantedLease);
  // Columns are whole numbers.
  const endOfLease = (time: number) => Math.ceil(Math.min(time + lease, Number.MAX_SAFE_INTEGER));
  // Whatever tables the app has besides, the store uses its own only.
  const db = database as unknown as Kysely<WebhookTables>;
  const mysql = isMysql(db);
  const table = 'whereby_webhook_events';
  const insertIfAbsent = (row: Insertable<WebhookEventTable>) => {
    const insert = db.insertInto(table).values(row);
    return mysql ? insert.ignore() : insert.onConflict((conflict) => conflict.column('id').doNothing());
  };
  const readEvents = async (query: { execute(): Promise<{ readonly body: string | null }[]> }) =>
    (await query.execute()).map(({ body }) => JSON.parse(body!) as StoredEvent);
  const done = db.selectFrom(table).select('body').where('state', '=', 'done');

  return {
    async claim(id) {
      const token = crypto.randomUUID();
      const time = Math.floor(now());
      const claimed = { id, token, state: 'claimed', lease_until: endOfLease(time) } as const;
      const inserted = await insertIfAbsent(claimed).executeTakeFirst();
      if (inserted.numInsertedOrUpdatedRows === 1n) return { state: 'won', token };

      const taken = await db
        .updateTable(table)
        .set({ token, lease_until: endOfLease(time) })
        .where('id', '=', id)
        .where('state', '=', 'claimed')
        .where('lease_until', '<=', time)
        .executeTakeFirst();
      if (taken.numUpdatedRows === 1n) return { state: 'won', token };

      const row = await db.selectFrom(table).select('state').where('id', '=', id).executeTakeFirst();
      return { state: row?.state === 'done' ? 'done' : 'busy' };
    },

    async complete(id, event) {
      const { meetingId = null, roomName = null } = readEventPlace(event);
      const row = {
        state: 'done' as const,
        meeting_id: meetingId,
        room_name: roomName,
        created_at: new Date(event.createdAt).toISOString(),
        body: JSON.stringify(event),
      };
      const updated = await db.updateTable(table).set(row).where('id', '=', id).executeTakeFirst();
      if (updated.numUpdatedRows > 0n) return;
      // Without a row, the claim was pruned or never made. MySQL does not count a row in which nothing changes either.
      await insertIfAbsent({ id, token: '', lease_until: 0, ...row }).execute();
    },

    async release(id, token) {
      await db
        .deleteFrom(table)
        .where('id', '=', id)
        .where('state', '=', 'claimed')
        .where('token', '=', token)
        .execute();
    },

    eventsOf: (meeting) =>
      findMeetingEvents(meeting, {
        ofMeeting: (meetingId) => readEvents(done.where('meeting_id', '=', meetingId)),
        ofMeetingsInRoom: (roomName) =>
          readEvents(done.where('room_name', '=', roomName).where('meeting_id', 'is not', null)),
        ofRooms: (roomNames) => readEvents(done.where('room_name', 'in', roomNames).where('meeting_id', 'is', null)),
      }),

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
