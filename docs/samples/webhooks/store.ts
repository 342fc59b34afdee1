import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { kyselyStore } from 'react-whereby-embed/server/kysely';

const pool = new pg.Pool();
// A database that restarts ends idle connections. Without a listener, that error ends this process too.
pool.on('error', (error) => console.error(error.message));

const db = new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool }) });
export const store = kyselyStore(db);
await store.migrate(); // or spread `webhookMigrations` into your own
