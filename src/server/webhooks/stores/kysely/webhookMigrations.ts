import { sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import { isMysql } from './findDialect.js';

/**
 * The migrations that create the tables of `kyselyStore`, for Kysely's `Migrator`: spread them into the app's own
 * migrations, or call `kyselyStore(db).migrate()`.
 */
export const webhookMigrations: Readonly<Record<string, Migration>> = {
  whereby_webhooks_1: {
    async up(db) {
      // MySQL ignores case when it compares text by default, and cannot index text without a length.
      const id = isMysql(db) ? sql`varchar(255) character set ascii collate ascii_bin` : sql`varchar(255)`;
      const name = isMysql(db) ? sql`varchar(255) character set utf8mb4 collate utf8mb4_bin` : sql`text`;
      await db.schema
        .createTable('whereby_webhook_events')
        .ifNotExists()
        .addColumn('id', id, (column) => column.primaryKey())
        .addColumn('state', 'varchar(10)', (column) => column.notNull())
        .addColumn('token', 'varchar(40)', (column) => column.notNull())
        .addColumn('lease_until', 'bigint', (column) => column.notNull())
        .addColumn('meeting_id', name)
        .addColumn('room_name', name)
        .addColumn('created_at', 'varchar(40)')
        .addColumn('body', isMysql(db) ? sql`longtext character set utf8mb4 collate utf8mb4_bin` : 'text')
        .execute();
      await createIndex(db, 'whereby_webhook_events_meeting', ['meeting_id']);
      await createIndex(db, 'whereby_webhook_events_room', ['room_name']);
    },
    async down(db) {
      await db.schema.dropTable('whereby_webhook_events').execute();
    },
  },
  whereby_webhooks_2: {
    // For the events that were claimed and are not handled.
    up: (db) => createIndex(db, 'whereby_webhook_events_lease', ['state', 'lease_until']),
    async down(db) {
      const drop = db.schema.dropIndex('whereby_webhook_events_lease');
      await (isMysql(db) ? drop.on('whereby_webhook_events') : drop).execute();
    },
  },
};

/** Creates an index unless a process that ended in between has created it. MySQL cannot say so in one statement. */
async function createIndex(db: Kysely<unknown>, name: string, columns: string[]): Promise<void> {
  const create = db.schema.createIndex(name).on('whereby_webhook_events').columns(columns);
  if (!isMysql(db)) return create.ifNotExists().execute();
  try {
    await create.execute();
  } catch (error) {
    if ((error as { errno?: unknown }).errno !== duplicateIndex) throw error;
  }
}

/** MySQL's ER_DUP_KEYNAME. */
const duplicateIndex = 1061;
