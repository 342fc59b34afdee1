import { SqliteDialect } from 'kysely';
import Database from 'libsql';
import { patience } from '../../support/patience.js';

/**
 * Creates a dialect for a file of SQLite. `libsql` has the interface of `better-sqlite3`, and its binary comes from the
 * registry, so that nothing has to be compiled.
 */
export const createSqliteDialect = (file: string): SqliteDialect =>
  new SqliteDialect({ database: new Database(file, { timeout: patience }) });
