import { DummyDriver, Kysely, Migrator } from 'kysely';
import { kyselyStore, webhookMigrations } from 'react-whereby-embed/server/kysely';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { createSqliteDialect } from '../../../stores/support/createSqliteDialect.js';
import { openWithoutServer } from '../../../support/openWithoutServer.js';

afterEach(() => {
  vi.restoreAllMocks();
});

function openSqlite() {
  const db = new Kysely<Record<never, never>>({ dialect: createSqliteDialect(':memory:') });
  onTestFinished(() => db.destroy());
  return db;
}

const failure = new Error('relation "whereby_webhook_events" already exists');

test('migrates again after another process has created the tables in between, each time a little later', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.05);
  const migrate = vi.spyOn(Migrator.prototype, 'migrateToLatest');
  for (let time = 0; time < 3; time++) migrate.mockResolvedValueOnce({ error: failure });
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const store = kyselyStore(openSqlite());
  await store.migrate();
  expect(timers.mock.calls.map(([, milliseconds]) => milliseconds)).toEqual([5, 10, 15]);
  vi.restoreAllMocks();
  expect((await store.claim('event-1')).state).toBe('won');
});

test.each([
  { error: failure, message: failure.message },
  { error: 'no rights', message: 'no rights' },
])('passes on the error of a migration that goes on failing: $message', async ({ error, message }) => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const migrate = vi.spyOn(Migrator.prototype, 'migrateToLatest').mockResolvedValue({ error });
  await expect(kyselyStore(openSqlite()).migrate()).rejects.toThrow(message);
  expect(migrate.mock.calls.length).toBeGreaterThan(1);
});

/** MySQL, which fails at the statements for which `fail` throws. */
function openMysql(fail: (statement: string) => void) {
  const statements: string[] = [];
  const driver = new DummyDriver();
  driver.acquireConnection = async () => ({
    executeQuery: async ({ sql }) => {
      statements.push(sql);
      fail(sql);
      return { rows: [] };
    },
    // Only a query that is streamed asks for it.
    streamQuery: async function* () {},
  });
  return { db: openWithoutServer('mysql', { driver }), statements };
}

const { whereby_webhooks_1: tables, whereby_webhooks_2: leaseIndex } = webhookMigrations as Record<
  string,
  { up(db: Kysely<unknown>): Promise<void>; down(db: Kysely<unknown>): Promise<void> }
>;

test('takes an index that is there already for its own in MySQL, which cannot say "if not exists"', async () => {
  const { db, statements } = openMysql((statement) => {
    if (statement.startsWith('create index')) throw Object.assign(new Error('Duplicate key name'), { errno: 1061 });
  });
  await tables!.up(db);
  await leaseIndex!.up(db);
  const indexes = statements.filter((statement) => statement.startsWith('create index'));
  expect(indexes).toHaveLength(3);
  for (const statement of indexes) expect(statement).not.toContain('if not exists');
  await leaseIndex!.down(db);
  expect(statements.at(-1)).toBe('drop index `whereby_webhook_events_lease` on `whereby_webhook_events`');
});

test('passes on any other error of an index in MySQL', async () => {
  const { db } = openMysql(() => {
    throw Object.assign(new Error('Access denied'), { errno: 1142 });
  });
  await expect(leaseIndex!.up(db)).rejects.toThrow('Access denied');
});

test('creates an index of SQLite and PostgreSQL unless it is there, and names no table to take it away', async () => {
  const statements: string[] = [];
  const db = openWithoutServer('sqlite', { log: ({ query }) => void statements.push(query.sql) });
  await leaseIndex!.up(db);
  await leaseIndex!.down(db);
  expect(statements).toEqual([
    'create index if not exists "whereby_webhook_events_lease" on "whereby_webhook_events" ("state", "lease_until")',
    'drop index "whereby_webhook_events_lease"',
  ]);
});
