import { SqliteDialect } from 'kysely';
import sqlite from 'node-sqlite3-wasm';
import type { JSValue } from 'node-sqlite3-wasm';
import { patience } from '../../support/patience.js';

/** Creates a dialect for SQLite in WebAssembly behind the interface that Kysely's own expects, so that nothing has to be compiled. */
export function createSqliteDialect(file: string): SqliteDialect {
  const database = new sqlite.Database(file);
  const locked = (error: unknown) => error instanceof Error && error.message.includes('database is locked');

  /** Retries while another process holds the file, as the usual drivers do. */
  const retryWhileLocked = <T>(work: () => T): T => {
    for (const until = Date.now() + patience; ;) {
      try {
        return work();
      } catch (error) {
        if (!locked(error) || Date.now() > until) throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.random() * 5);
      }
    }
  };

  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (text) => ({
        reader: /^\s*(select|with|pragma)|\breturning\b/i.test(text),
        all: (values) => retryWhileLocked(() => database.all(text, values as JSValue[])),
        run: (values) => retryWhileLocked(() => database.run(text, values as JSValue[])),
        iterate: (values) => retryWhileLocked(() => database.all(text, values as JSValue[])).values(),
      }),
    },
  });
}
