import { getRequestListener } from '@hono/node-server';
import type { FastifyPluginCallback } from 'fastify';
import type { RoomsHandler } from 'react-whereby-embed/server';

/**
 * Fastify: `app.register(roomsPlugin(handler), { prefix: '/api/whereby' })`. Fastify parses every body before a route
 * receives it; this plugin turns that off for its own routes only.
 */
export const roomsPlugin =
  (handler: RoomsHandler): FastifyPluginCallback =>
  (app, _options, done) => {
    const listener = getRequestListener(handler, { overrideGlobalObjects: false });
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    app.all('/*', async (request, reply) => {
      reply.hijack();
      await listener(request.raw, reply.raw);
    });
    done();
  };
