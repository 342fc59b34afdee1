import { Hono } from 'hono';
import type { WebhookHandler } from 'react-whereby-embed/server';
import { boardRoutes } from './board/boardRoutes.js';
import type { BoardFeed } from './board/createBoardFeed.js';
import { fail } from './fail.js';
import { lessonRoutes } from './lessons/lessonRoutes.js';
import { dataFlows } from './operations/dataFlows.js';
import { operationsRoutes } from './operations/operationsRoutes.js';
import { securityHeaders } from './operations/securityHeaders.js';
import { requirePerson, sessionRoutes } from './people/session.js';
import type { SchoolContext } from './people/session.js';
import { recordingRoutes } from './recordings/recordingRoutes.js';
import { reportRoutes } from './reports/reportRoutes.js';
import type { School } from './School.js';
import { createRoomUrls } from './urls/createRoomUrls.js';

/** All routes of the server. */
export function createApp(school: School, webhooks: WebhookHandler, boardFeed: BoardFeed): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value);
  });
  app.onError((error, context) => {
    school.log.error('request', error, { path: context.req.path });
    return fail(context, 500, 'SERVER_FAILED', 'Something went wrong here. Try again.');
  });
  app.route('/', operationsRoutes(school));
  app.route('/', sessionRoutes(school));
  app.post('/webhooks/whereby', ({ req }) => webhooks(req.raw));

  const roomUrls = createRoomUrls(school);
  app.all('/api/meetings/:lessonId', ({ req }) => roomUrls(req.raw));

  const api = new Hono<SchoolContext>();
  api.use(requirePerson(school));
  api.get('/me', (context) => context.json(context.get('person')));
  api.get('/privacy', (context) => context.json(dataFlows[context.get('person').language]));
  api.route('/', lessonRoutes(school));
  api.route('/', boardRoutes(boardFeed));
  api.route('/', reportRoutes(school));
  api.route('/', recordingRoutes(school));
  api.all('*', (context) => fail(context, 404, 'NOT_FOUND', 'There is nothing here.'));
  app.route('/api', api);
  return app;
}
