import { getRequestListener } from '@hono/node-server';
import type { RequestHandler } from 'express';

/**
 * Express: `app.post('/webhooks/whereby', webhookRoute(createWebhookHandler({ ... })))`, before any `app.use(express.json())`.
 * The signature covers the bytes that came, so a parser in the way is answered with 500 and the reason.
 */
export function webhookRoute(handler: (request: Request) => Promise<Response>): RequestHandler {
  const listener = getRequestListener(handler, { overrideGlobalObjects: false });
  return (request, response) => {
    // `express.raw()` keeps the bytes: they are handed on as they are.
    if (Buffer.isBuffer(request.body)) Object.assign(request, { rawBody: request.body });
    void listener(request, response);
  };
}
