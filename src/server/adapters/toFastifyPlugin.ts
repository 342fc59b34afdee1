import type { RequestHandler } from '../http/RequestHandler.js';
import type { NodeRequest } from './NodeMessages.js';
import { respond } from './toNodeListener.js';

interface FastifyRequest {
  readonly raw: NodeRequest;
}

interface FastifyReply {
  status(status: number): unknown;
  headers(headers: Readonly<Record<string, string>>): unknown;
  header(name: string, value: string): unknown;
  send(body?: string): unknown;
}

/** The part of Fastify's instance that is used here, so that the types of this package need no types of Fastify. */
export interface FastifyApp {
  removeAllContentTypeParsers(): unknown;
  addContentTypeParser(
    type: string,
    parser: (request: never, payload: never, done: (error: Error | null, body?: unknown) => void) => void,
  ): unknown;
  all(path: string, handler: (request: FastifyRequest, reply: FastifyReply) => unknown): unknown;
}

/**
 * Adapts a handler to Fastify: `app.register(toFastifyPlugin(webhooks), { prefix: '/webhooks/whereby' })`. Fastify parses
 * every body before a route receives it; the plugin turns that off for its own routes only.
 */
export const toFastifyPlugin =
  (handler: RequestHandler) =>
  (app: FastifyApp, _options: unknown, done: (error?: Error) => void): void => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    const route = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      const { status, headers, cookies, body } = await respond(handler, request.raw, request);
      reply.status(status);
      reply.headers(headers);
      for (const cookie of cookies) reply.header('set-cookie', cookie);
      return reply.send(body.byteLength > 0 ? new TextDecoder().decode(body) : undefined);
    };
    app.all('/', route);
    app.all('/*', route);
    done();
  };
