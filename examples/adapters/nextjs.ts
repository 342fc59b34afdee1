import type { RoomsHandler } from 'react-whereby-embed/server';

/**
 * Next.js: in `app/api/whereby/[...path]/route.ts` write
 * `export const { GET, POST, DELETE, OPTIONS } = routeHandlers(handler)`. Route handlers receive the body unread.
 */
export const routeHandlers = (handler: RoomsHandler) => ({
  GET: handler,
  POST: handler,
  DELETE: handler,
  OPTIONS: handler,
});
