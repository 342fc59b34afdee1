import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { kyselyStore } from 'react-whereby-embed/server/kysely';

const db = new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool: new pg.Pool() }) });
export const store = kyselyStore(db);
await store.migrate(); // or spread `webhookMigrations` into your own
