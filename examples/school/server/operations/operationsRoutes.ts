import { sql } from 'kysely';
import { Hono } from 'hono';
import type { School } from '../School.js';

/** GET /health: the process lives. GET /ready: it can serve, so a balancer may send people here. */
export function operationsRoutes({ database, jobs }: School): Hono {
  const app = new Hono();
  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.get('/ready', async (context) => {
    try {
      await sql`select 1`.execute(database);
    } catch {
      return context.json({ status: 'the database does not answer' }, 503);
    }
    return jobs.isRunning ? context.json({ status: 'ok' }) : context.json({ status: 'stopping' }, 503);
  });
  return app;
}
