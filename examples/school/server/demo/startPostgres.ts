import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SchoolError } from '../operations/SchoolError.js';

export interface Postgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * A PostgreSQL for `--two`, with its data in a temporary folder. The package's repository can start one where it is installed;
 * elsewhere name yours in DATABASE_URL.
 */
export async function startPostgres(): Promise<Postgres> {
  const script = fileURLToPath(new URL('../../../../scripts/databases/startPostgres.ts', import.meta.url));
  if (existsSync(script)) {
    const { startPostgres: start } = (await import(script)) as { startPostgres: () => Promise<Postgres | undefined> };
    const postgres = await start();
    if (postgres) return postgres;
  }
  throw new SchoolError(
    'Two processes need one PostgreSQL: PGlite belongs to one process. Install PostgreSQL, or name a server in DATABASE_URL.',
  );
}
