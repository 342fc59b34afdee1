import { getRequestListener } from '@hono/node-server';
import { Router } from 'express';
import type { Request } from 'express';
import type { RoomsHandler } from 'react-whereby-embed/server';

/**
 * `express.json()` in front of the handler has read the body already: what it made of it is handed on. Mount the
 * handler before the parser and this is not needed.
 */
const handOnParsedBody = (request: Request): void => {
  if (request.readableDidRead && request.body !== undefined)
    Object.assign(request, { rawBody: Buffer.from(JSON.stringify(request.body)) });
};

/** Express: `app.use('/api/whereby', roomsRouter(handler))`. */
export function roomsRouter(handler: RoomsHandler): Router {
  const listener = getRequestListener(handler, { overrideGlobalObjects: false });
  const router = Router();
  router.use((request, response) => {
    handOnParsedBody(request);
    void listener(request, response);
  });
  return router;
}
