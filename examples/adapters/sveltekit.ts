import type { RoomsHandler } from 'react-whereby-embed/server';

/**
 * SvelteKit: in `src/routes/api/whereby/[...path]/+server.ts` write `export const fallback = requestHandler(handler)`.
 * Where `hooks.server.ts` reads the body, it has to read a clone: `await event.request.clone().json()`.
 */
export const requestHandler =
  (handler: RoomsHandler) =>
  ({ request }: { readonly request: Request }): Promise<Response> =>
    handler(request);
