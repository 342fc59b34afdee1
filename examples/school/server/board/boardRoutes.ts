import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { fail } from '../fail.js';
import type { SchoolContext } from '../people/session.js';
import type { School } from '../School.js';
import { createBoardFeed } from './createBoardFeed.js';

/** GET /api/board: the board as server-sent events, at once and after every change. */
export function boardRoutes(school: School): Hono<SchoolContext> {
  const feed = createBoardFeed(school);
  const app = new Hono<SchoolContext>();
  app.get('/board', (context) => {
    if (context.get('person').role !== 'office')
      return fail(context, 403, 'NOT_ALLOWED', 'Only the office sees the board.');
    return streamSSE(context, async (stream) => {
      await new Promise<void>((resolve) => {
        const unsubscribe = feed.subscribe((board) => void stream.writeSSE({ event: 'board', data: board }));
        stream.onAbort(() => {
          unsubscribe();
          resolve();
        });
      });
    });
  });
  return app;
}
