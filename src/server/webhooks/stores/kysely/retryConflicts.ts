import { pause } from '../../../pause.js';

/**
 * Runs a statement again if the database rolled it back because of another one, which is its way of asking for that: a
 * deadlock or a failed serialization (PostgreSQL 40P01 and 40001, MySQL 1213), a lock that was not free in time (MySQL
 * 1205, SQLite busy or locked). Every statement of the store can run twice.
 */
export async function retryConflicts<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === maxAttempts || !isConflict(error)) throw error;
      // Random, so that the two do not meet again.
      await pause(Math.random() * 20 * attempt);
    }
  }
}

const maxAttempts = 5;

const conflictCodes: readonly unknown[] = [
  '40001',
  '40P01',
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  1213,
  1205,
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
];

function isConflict(error: unknown): boolean {
  if (typeof error !== 'object' || !error) return false;
  const { code, errno, sqlState, cause } = error as Readonly<Record<string, unknown>>;
  return [code, errno, sqlState].some((each) => conflictCodes.includes(each)) || isConflict(cause);
}
