import { getRequestListener } from '@hono/node-server';
import { Router } from 'express';
import type { Request } from 'express';
import type { RoomsHandler } from 'react-whereby-embed/server';

/**
 * Passes on the body that an `express.json()` in front of the handler has parsed. Not needed if the handler is mounted
 * before the parser.
 */
const passParsedBody = (request: Request): void => {
  if (request.readableDidRead && request.body !== undefined)
    Object.assign(request, { rawBody: Buffer.from(JSON.stringify(request.body)) });
};

/** Express: `app.use('/api/whereby', roomsRouter(handler))`. */
export function roomsRouter(handler: RoomsHandler): Router {
  const listener = getRequestListener(handler, { overrideGlobalObjects: false });
  const router = Router();
  router.use((request, response) => {
    passParsedBody(request);
    void listener(request, response);
  });
  return router;
}
