import { getRequestListener } from '@hono/node-server';
import type { RequestHandler } from 'express';

/**
 * Express: `app.post('/webhooks/whereby', webhookRoute(createWebhookHandler({ ... })))`, before any `app.use(express.json())`.
 * The signature covers the bytes of the request: behind a parser that consumed them the response is 500 with the reason.
 */
export function webhookRoute(handler: (request: Request) => Promise<Response>): RequestHandler {
  const listener = getRequestListener(handler, { overrideGlobalObjects: false });
  return (request, response) => {
    // `express.raw()` leaves the bytes in `body`; the listener reads them from `rawBody`.
    if (Buffer.isBuffer(request.body)) Object.assign(request, { rawBody: request.body });
    void listener(request, response);
  };
}
