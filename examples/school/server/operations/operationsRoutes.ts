import { sql } from 'kysely';
import { Hono } from 'hono';
import type { DataFlow } from '../../shared/api.js';
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

/** What leaves the school's servers: GET /api/privacy, and a page of the office. Keep it true when you change the code. */
export const dataFlows: readonly DataFlow[] = [
  {
    what: 'Name, language and a signed identifier of each person who enters a lesson',
    to: 'Whereby, in the room URL that the person’s browser opens',
    why: 'Others in the room see who is there, and webhooks say who came.',
    kept: 'As Whereby’s terms say; the identifier is a code without meaning outside the school.',
  },
  {
    what: 'Picture and sound of a lesson',
    to: 'Whereby’s media servers',
    why: 'That is the lesson.',
    kept: 'Not kept, unless everyone has agreed to a recording.',
  },
  {
    what: 'Recordings, transcripts and summaries',
    to: 'Whereby, until the school has them; then the school’s own folder or bucket',
    why: 'Students listen again.',
    kept: 'For the days that the lesson says, then deleted at Whereby and here, with a line in the log.',
  },
  {
    what: 'Begin and end of lessons, as names of rooms',
    to: 'Whereby',
    why: 'A room exists for the time of a lesson.',
    kept: 'The room is deleted fifteen minutes after the lesson.',
  },
];
