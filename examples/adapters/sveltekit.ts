import type { RoomsHandler } from 'react-whereby-embed/server';

/**
 * SvelteKit: in `src/routes/api/whereby/[...path]/+server.ts` write `export const fallback = requestHandler(handler)`.
 * If `hooks.server.ts` reads the body, it must read a clone: `await event.request.clone().json()`.
 */
export const requestHandler =
  (handler: RoomsHandler) =>
  ({ request }: { readonly request: Request }): Promise<Response> =>
    handler(request);
