import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { ApiContext } from './ApiContext.js';
import { addInsightRoutes } from './addInsightRoutes.js';
import { addMeetingRoutes } from './addMeetingRoutes.js';
import { forbidden, notFound, Problem } from './Problem.js';
import { createRateLimit } from './createRateLimit.js';
import { addRecordingRoutes } from './addRecordingRoutes.js';
import { addSummaryRoutes } from './addSummaryRoutes.js';
import { addThemeRoutes } from './addThemeRoutes.js';
import { addTranscriptionRoutes } from './addTranscriptionRoutes.js';

const same = (a: string, b: string) => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const keyOf = (c: Context): string => /^bearer +(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]?.trim() ?? '';

/** The operations a key can lack the right to. */
const forbiddable = [
  ['POST', '/meetings'],
  ['GET', '/recordings/:recordingId/access-link'],
  ['GET', '/transcriptions/:transcriptionId/access-link'],
] as const;

/** The REST API, to be mounted at `/v1`. */
export function createApi(context: ApiContext): { readonly app: Hono; reset(): void } {
  const api = new Hono();
  const rateLimit = createRateLimit(context);

  const answer = (c: Context, { status, message }: Problem) => {
    if (context.behaviour.errorBodies === 'empty') return c.body(null, status);
    if (context.behaviour.errorBodies === 'text') return c.text(message, status);
    return c.json({ error: message }, status);
  };

  api.onError((error, c) => {
    if (error instanceof Problem) return answer(c, error);
    console.error(error);
    return c.json({ error: 'The sandbox failed. This is a fault of react-whereby-embed.' }, 500);
  });

  api.use(async (c, next) => {
    const known = [context.apiKey, context.restrictedApiKey].some((key) => same(keyOf(c), key));
    return known ? next() : answer(c, new Problem(401, 'Access token is missing or invalid'));
  });
  api.use(rateLimit.handler);

  // Wherever the documents name 403, and nowhere else.
  for (const [method, path] of forbiddable)
    api.on(method, path, async (c, next) => (same(keyOf(c), context.apiKey) ? next() : answer(c, forbidden())));

  // Only HEAD is known of it; Hono answers HEAD by the GET route.
  api.get('/hello', (c) => c.body(null, 200));
  addMeetingRoutes(api, context);
  addRecordingRoutes(api, context);
  addTranscriptionRoutes(api, context);
  addSummaryRoutes(api, context);
  addThemeRoutes(api, context);
  addInsightRoutes(api, context);
  api.all('*', (c) => answer(c, notFound()));
  return { app: api, reset: rateLimit.reset };
}
