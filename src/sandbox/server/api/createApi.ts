import { Hono } from 'hono/tiny';
import type { Context } from 'hono';
import { timingSafeEqual } from '../../../server/crypto/timingSafeEqual.js';
import { addInsightRoutes } from './addInsightRoutes.js';
import { addMeetingRoutes } from './addMeetingRoutes.js';
import { addRecordingRoutes } from './addRecordingRoutes.js';
import { addSummaryRoutes } from './addSummaryRoutes.js';
import { addThemeRoutes } from './addThemeRoutes.js';
import { addTranscriptionRoutes } from './addTranscriptionRoutes.js';
import type { ApiContext } from './ApiContext.js';
import { createRateLimit } from './createRateLimit.js';
import { forbidden, notFound, Problem, unauthorized } from './Problem.js';

// Not `hono/bearer-auth`: it adds a `WWW-Authenticate` header that the service is not known to send, and refuses keys
// with characters outside RFC 6750, while the service's keys are opaque.
const readKey = (c: Context): string => /^bearer +(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]?.trim() ?? '';

/** The operations that document a 403. */
const forbiddable = [
  ['POST', '/meetings'],
  ['GET', '/recordings/:recordingId/access-link'],
  ['GET', '/transcriptions/:transcriptionId/access-link'],
] as const;

/** The REST API, to be mounted at `/v1`. */
export function createApi(context: ApiContext): { readonly app: Hono; reset(): void } {
  const api = new Hono();
  const rateLimit = createRateLimit(context);

  const respond = (c: Context, { status, message }: Problem) => {
    if (context.behaviour.errorBodies === 'empty') return c.body(null, status);
    if (context.behaviour.errorBodies === 'text') return c.text(message, status);
    return c.json({ error: message }, status);
  };

  api.onError((error, c) => {
    if (error instanceof Problem) return respond(c, error);
    console.error(error);
    return c.json({ error: 'The sandbox failed. This is a bug in react-whereby-embed.' }, 500);
  });

  // Whoever compares times with the service's compares them with the sandbox's clock.
  api.use(async (c, next) => {
    await next();
    c.res.headers.set('date', new Date(context.world.clock.now()).toUTCString());
  });
  api.use(async (c, next) => {
    const isKnown = [context.apiKey, context.restrictedApiKey].some((key) => timingSafeEqual(readKey(c), key));
    if (!isKnown) throw unauthorized();
    await next();
  });
  api.use(rateLimit.handler);
  for (const [method, path] of forbiddable)
    api.on(method, path, async (c, next) => {
      if (!timingSafeEqual(readKey(c), context.apiKey)) throw forbidden();
      await next();
    });

  // The service documents only HEAD for it; Hono uses the GET route for HEAD.
  api.get('/hello', (c) => c.body(null, 200));
  addMeetingRoutes(api, context);
  addRecordingRoutes(api, context);
  addTranscriptionRoutes(api, context);
  addSummaryRoutes(api, context);
  addThemeRoutes(api, context);
  addInsightRoutes(api, context);
  api.all('*', () => {
    throw notFound();
  });
  return { app: api, reset: rateLimit.reset };
}
