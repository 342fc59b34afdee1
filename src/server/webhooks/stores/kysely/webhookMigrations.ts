import { sql } from 'kysely';
import type { Migration } from 'kysely';
import { isMysql } from './isMysql.js';

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
        .addColumn('id', id, (column) => column.primaryKey())
        .addColumn('state', 'varchar(10)', (column) => column.notNull())
        .addColumn('token', 'varchar(40)', (column) => column.notNull())
        .addColumn('lease_until', 'bigint', (column) => column.notNull())
        .addColumn('meeting_id', name)
        .addColumn('room_name', name)
        .addColumn('created_at', 'varchar(40)')
        .addColumn('body', isMysql(db) ? sql`longtext character set utf8mb4 collate utf8mb4_bin` : 'text')
        .execute();
      await db.schema
        .createIndex('whereby_webhook_events_meeting')
        .on('whereby_webhook_events')
        .column('meeting_id')
        .execute();
      await db.schema
        .createIndex('whereby_webhook_events_room')
        .on('whereby_webhook_events')
        .column('room_name')
        .execute();
    },
    async down(db) {
      await db.schema.dropTable('whereby_webhook_events').execute();
    },
  },
};
