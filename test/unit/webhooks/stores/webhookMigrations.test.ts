import { Kysely, Migrator } from 'kysely';
import { kyselyStore, webhookMigrations } from 'react-whereby-embed/server/kysely';
import { expect, onTestFinished, test } from 'vitest';
import { createSqliteDialect } from '../../../stores/support/createSqliteDialect.js';

test("an app's own migrations make the table of the store and take it away again", async () => {
  const db = new Kysely<Record<string, Record<string, unknown>>>({ dialect: createSqliteDialect(':memory:') });
  onTestFinished(() => db.destroy());
  const own = {
    app_1: { up: (one: Kysely<unknown>) => one.schema.createTable('lessons').addColumn('id', 'text').execute() },
  };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...own, ...webhookMigrations }) } });
  const tables = async () => (await db.introspection.getTables()).map(({ name }) => name);

  const { error, results } = await migrator.migrateToLatest();
  expect(error).toBeUndefined();
  expect(results?.map(({ migrationName }) => migrationName)).toEqual(['app_1', ...Object.keys(webhookMigrations)]);
  expect(await tables()).toEqual(expect.arrayContaining(['lessons', 'whereby_webhook_events']));
  const store = kyselyStore(db);
  expect((await store.claim('event-1')).state).toBe('won');
  expect((await store.claim('event-1')).state).not.toBe('won');
  // What has been done already is not done again.
  await store.migrate();
  expect((await store.claim('event-1')).state).not.toBe('won');

  for (const { down } of Object.values(webhookMigrations).toReversed()) await down!(db);
  expect(await tables()).not.toContain('whereby_webhook_events');
});
