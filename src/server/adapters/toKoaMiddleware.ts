import type { RequestHandler } from '../http/RequestHandler.js';
import type { NodeRequest } from './NodeMessages.js';
import { respond } from './toNodeListener.js';

/** The part of Koa's context that is used here, so that the types of this package need no types of Koa. */
export interface KoaContext {
  readonly req: NodeRequest;
  readonly request: unknown;
  readonly originalUrl: string;
  status: number;
  body: unknown;
  set(name: string, value: string | string[]): unknown;
}

/**
 * Adapts a handler to Koa: `router.all('/api/whereby/{*path}', toKoaMiddleware(rooms))`. Mount webhooks before a body
 * parser, or use one that keeps `ctx.request.rawBody`.
 */
export const toKoaMiddleware =
  (handler: RequestHandler) =>
  async (context: KoaContext): Promise<void> => {
    const { status, headers, cookies, body } = await respond(handler, context.req, context.request);
    for (const [name, value] of Object.entries(headers)) context.set(name, value);
    if (cookies.length > 0) context.set('set-cookie', [...cookies]);
    context.status = status;
    context.body = body.byteLength > 0 ? new TextDecoder().decode(body) : null;
    // Koa makes 204 of an empty body.
    context.status = status;
  };
