import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Board } from '../../shared/api.js';
import type { SchoolContext } from '../people/session.js';
import type { BoardFeed } from './createBoardFeed.js';

/**
 * GET /api/board: the board as server-sent events, at once and after every change. The office sees all lessons, everyone
 * else their own.
 */
export function boardRoutes(feed: BoardFeed): Hono<SchoolContext> {
  const app = new Hono<SchoolContext>();
  app.get('/board', (context) => {
    const person = context.get('person');
    return streamSSE(context, async (stream) => {
      await new Promise<void>((resolve) => {
        let last: string | undefined;
        const unsubscribe = feed.subscribe((board) => {
          const data = person.role === 'office' ? board : selectOwn(board, person.id);
          if (data !== last) void stream.writeSSE({ event: 'board', data });
          last = data;
        });
        stream.onAbort(() => {
          unsubscribe();
          resolve();
        });
      });
    });
  });
  return app;
}

/** The lessons of one person. */
function selectOwn(board: string, personId: string): string {
  const { lessons } = JSON.parse(board) as Board;
  const own: Board = { lessons: lessons.filter(({ people }) => people.some(({ id }) => id === personId)) };
  return JSON.stringify(own);
}
