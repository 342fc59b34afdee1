import { Migrator, sql } from 'kysely';
import type { Insertable, Kysely, Migration, RawBuilder } from 'kysely';
import { pause } from '../../../pause.js';
import { defaultLease } from '../defaultLease.js';
import { findMeetingEvents } from '../findMeetingEvents.js';
import { readEventPlace } from '../readEventPlace.js';
import { readStoreTime } from '../readStoreTime.js';
import { registerPlace } from '../sharedPlaces.js';
import type { BuiltInStore, Claim, StoredEvent } from '../WebhookStore.js';
import { checkDatabase } from './checkDatabase.js';
import { databaseTime } from './databaseTime.js';
import { findDialect } from './findDialect.js';
import { findSchema } from './findSchema.js';
import { retryConflicts } from './retryConflicts.js';
import { toAsciiJson } from './toAsciiJson.js';
import { webhookMigrations } from './webhookMigrations.js';
import type { WebhookEventTable, WebhookTables } from './WebhookTables.js';

export interface KyselyStoreOptions {
  /**
   * How long a claim holds unless it is renewed, in milliseconds of the database's clock. Defaults to 3 s. With 0 or `Infinity` it holds
   * until it is completed or released: the event of a process that died is then never handled.
   */
  readonly lease?: number | undefined;
  /**
   * The schema of the tables, such as one for each tenant; `migrate()` creates it. Defaults to that of `db.withSchema()`,
   * else to the connection's own. PostgreSQL and MySQL have schemas, SQLite has not.
   */
  readonly schema?: string | undefined;
}

export interface KyselyStore extends BuiltInStore {
  /** Creates the tables, or brings them up to this version. Safe to call at every start, from several processes at once. */
  migrate(): Promise<void>;
  /**
   * Deletes the events that happened before a time, except those that are being handled. Returns how many rows it
   * deleted.
   */
  prune(before: Date): Promise<number>;
}

/**
 * Creates a store in a SQL database, through Kysely: SQLite for one machine, PostgreSQL or MySQL for many. Call
 * `migrate()` once, or run `webhookMigrations` with your own. Its queries run without the plugins of `db`, because these
 * change names and results.
 *
 * A claim is an insert that the primary key lets through once, or an update of a row whose lease has run out.
 *
 * Throws `WEBHOOK_OPTIONS_INVALID`.
 */
export function kyselyStore<DB>(database: Kysely<DB>, options: KyselyStoreOptions = {}): KyselyStore {
  checkDatabase(database);
  const { lease: wantedLease = defaultLease, schema = findSchema(database) } = options;
  const lease = readStoreTime('lease', wantedLease);
  // Whatever tables the app has besides, the store uses its own only.
  const plain = database.withoutPlugins() as unknown as Kysely<WebhookTables>;
  const db = schema === undefined ? plain : plain.withSchema(schema);
  const dialect = findDialect(plain);
  const time = databaseTime[dialect];
  const leaseEnd = sql<number>`${time} + ${sql.lit(Math.min(Math.ceil(lease), longestLease))}`;
  const table = 'whereby_webhook_events';
  const insertIfAbsent = (row: Row) => {
    const insert = db.insertInto(table).values(row);
    return dialect === 'mysql' ? insert.ignore() : insert.onConflict((conflict) => conflict.column('id').doNothing());
  };
  const readEvents = async (query: { execute(): Promise<{ readonly body: string | null }[]> }) =>
    (await retryConflicts(() => query.execute())).map(({ body }) => JSON.parse(body!) as StoredEvent);
  const done = db.selectFrom(table).select('body').where('state', '=', 'done');
  const describeEvent = (event: StoredEvent) => {
    const { meetingId = null, roomName = null } = readEventPlace(event);
    const created_at = new Date(event.createdAt).toISOString();
    return { meeting_id: meetingId, room_name: roomName, created_at, body: toAsciiJson(event) };
  };
  const ofClaim = (key: string, token: string) =>
    [
      ['id', key],
      ['token', token],
      ['state', 'claimed'],
    ] as const;

  /** Reads how a claim went. Drivers count rows in different ways, and a statement may have run twice. */
  async function readClaim(key: string, token: string): Promise<Claim | undefined> {
    const row = await db.selectFrom(table).select(['state', 'token']).where('id', '=', key).executeTakeFirst();
    if (row?.state === 'done') return { state: 'done' };
    return row?.token === token ? { state: 'won', token } : undefined;
  }

  async function claim(key: string, token: string, event?: StoredEvent): Promise<Claim> {
    const claimed = { token, lease_until: leaseEnd, ...(event && describeEvent(event)) };
    await insertIfAbsent({ id: key, state: 'claimed', ...claimed }).execute();
    const first = await readClaim(key, token);
    if (first) return first;
    const update = db.updateTable(table).set(claimed);
    await update.where('id', '=', key).where('state', '=', 'claimed').where('lease_until', '<=', time).execute();
    return (await readClaim(key, token)) ?? { state: 'busy' };
  }

  const store: KyselyStore = {
    lease,

    claim(key, event) {
      const token = crypto.randomUUID();
      return retryConflicts(() => claim(key, token, event));
    },

    renew: (key, token) =>
      retryConflicts(async () => {
        let update = db.updateTable(table).set({ lease_until: leaseEnd });
        for (const [column, value] of ofClaim(key, token)) update = update.where(column, '=', value);
        await update.execute();
        return (await readClaim(key, token))?.state === 'won';
      }),

    complete: (key, event) =>
      retryConflicts(async () => {
        const row = { state: 'done' as const, ...describeEvent(event) };
        const updated = await db.updateTable(table).set(row).where('id', '=', key).executeTakeFirst();
        if (updated.numUpdatedRows > 0n) return;
        // Without a row, the claim was pruned or never made. MySQL does not count a row in which nothing changes either.
        await insertIfAbsent({ id: key, token: '', lease_until: 0, ...row }).execute();
      }),

    release: (key, token, retryAfter = 0) =>
      retryConflicts(async () => {
        const lease_until = sql<number>`${time} + ${sql.lit(Math.ceil(retryAfter))}`;
        let update = db.updateTable(table).set({ lease_until, token: '' });
        for (const [column, value] of ofClaim(key, token)) update = update.where(column, '=', value);
        await update.execute();
      }),

    abandoned: () =>
      retryConflicts(async () => {
        const rows = await db
          .selectFrom(table)
          .select(['id', 'body'])
          .where('state', '=', 'claimed')
          .where('lease_until', '<=', time)
          .where('body', 'is not', null)
          .orderBy('lease_until')
          .limit(maxAbandoned)
          .execute();
        return rows.map(({ id, body }) => ({ key: id, event: JSON.parse(body!) as StoredEvent }));
      }),

    eventsOf: (meeting) =>
      findMeetingEvents(meeting, {
        ofMeeting: (meetingId) => readEvents(done.where('meeting_id', '=', meetingId)),
        ofMeetingsInRoom: (roomName) =>
          readEvents(done.where('room_name', '=', roomName).where('meeting_id', 'is not', null)),
        ofRooms: (roomNames) => readEvents(done.where('room_name', 'in', roomNames).where('meeting_id', 'is', null)),
      }),

    async migrate() {
      for (let attempt = 1; ; attempt++) {
        const migrator = new Migrator({
          db: plain,
          provider: { getMigrations: async () => (schema === undefined ? { ...webhookMigrations } : moveTo(schema)) },
          migrationTableName: 'whereby_migrations',
          migrationLockTableName: 'whereby_migrations_lock',
          ...(schema !== undefined && { migrationTableSchema: schema }),
        });
        const { error } = await migrator.migrateToLatest();
        if (!error) return;
        // Not every database locks its schema: another process may have created the tables in between.
        if (attempt === migrateAttempts) throw error instanceof Error ? error : new Error(String(error));
        await pause(Math.random() * 100 * attempt);
      }
    },

    prune: (before) =>
      retryConflicts(async () => {
        const { numDeletedRows } = await db
          .deleteFrom(table)
          .where((where) =>
            where.or([
              where('created_at', '<', before.toISOString()),
              // Claimed without an event.
              where.and([where('created_at', 'is', null), where('lease_until', '<', before.getTime())]),
            ]),
          )
          .where((where) => where.or([where('state', '=', 'done'), where('lease_until', '<=', time)]))
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
  registerPlace(store, database, schema ?? '');
  return store;
}

type Row = Omit<Insertable<WebhookEventTable>, 'lease_until'> & { readonly lease_until: number | RawBuilder<number> };

/** The migrations for another schema than that of the connection. */
const moveTo = (schema: string): Record<string, Migration> =>
  Object.fromEntries(
    Object.entries(webhookMigrations).map(([name, { up }]) => [name, { up: (db) => up(db.withSchema(schema)) }]),
  );

/** How many abandoned events are read at once: each may be as long as a request. */
const maxAbandoned = 100;

const migrateAttempts = 5;

/** Its sum with the time now is a number that JavaScript can read. */
const longestLease = 2 ** 52;
