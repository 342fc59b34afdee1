import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  destroy(): Promise<void>;
}

/** An empty database on the real server. */
export async function createDatabase(): Promise<TestDatabase> {
  const server = new URL(inject('postgres')!);
  const name = `school_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Pool({ connectionString: server.href, max: 1 });
  await admin.query(`create database ${name}`);
  server.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: server.href, max: 4 });
  pool.on('error', () => undefined);
  return {
    url: server.href,
    pool,
    async destroy() {
      await pool.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
