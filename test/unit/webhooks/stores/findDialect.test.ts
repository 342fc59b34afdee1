import { kyselyStore } from 'react-whereby-embed/server/kysely';
import { expect, test } from 'vitest';
import { findDialect } from '../../../../src/server/webhooks/stores/kysely/findDialect.js';
import { openWithoutServer } from '../../../support/openWithoutServer.js';

test('finds the dialect of a database', () => {
  expect(findDialect(openWithoutServer('mysql'))).toBe('mysql');
  expect(findDialect(openWithoutServer('postgres'))).toBe('postgres');
  expect(findDialect(openWithoutServer('sqlite'))).toBe('sqlite');
});

test('refuses a database of another dialect, with those that it takes', () => {
  expect(() => kyselyStore(openWithoutServer('mssql'))).toThrow(
    expect.objectContaining({
      code: 'WEBHOOK_OPTIONS_INVALID',
      message: expect.stringContaining('the database must be SQLite, PostgreSQL or MySQL') as string,
    }),
  );
});
