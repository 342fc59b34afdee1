import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

export interface PglitePool extends PostgresPool {
  /** For pg-boss: a text without values may be several statements. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: object[] }>;
}

/**
 * PGlite as a pool of one connection: whoever has it runs a whole transaction before the next one gets it.
 */
export function createPglitePool(lite: PGlite): PglitePool {
  let last: Promise<void> = Promise.resolve();

  /** Resolves when the connection is free, with the function that frees it again. */
  async function wait(): Promise<() => void> {
    const before = last;
    let release!: () => void;
    last = new Promise((resolve) => (release = resolve));
    await before;
    return release;
  }

  async function run(text: string, values: readonly unknown[] = []) {
    if (values.length === 0) {
      const results = await lite.exec(text);
      const result = results.at(-1);
      return { rows: result?.rows ?? [], rowCount: result?.affectedRows ?? 0 };
    }
    const { rows, affectedRows } = await lite.query<object>(text, [...values]);
    return { rows, rowCount: affectedRows ?? rows.length };
  }

  return {
    async connect() {
      const release = await wait();
      // Kysely asks its driver for the command only to count the rows that were changed.
      const query = async (text: string, values: readonly unknown[]) => ({
        command: /^\s*(insert|update|delete)/i.exec(text)?.[1]?.toUpperCase() ?? 'SELECT',
        ...(await run(text, values)),
      });
      return { query, release } as unknown as PostgresPoolClient;
    },
    async executeSql(text, values) {
      const release = await wait();
      try {
        return await run(text, values);
      } finally {
        release();
      }
    },
    end: () => lite.close(),
  };
}
