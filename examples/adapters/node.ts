import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { RoomsHandler } from 'react-whereby-embed/server';

/** Plain Node: `@hono/node-server` converts Node's requests and responses to web-standard ones. */
export function createNodeServer(handler: RoomsHandler): Server {
  const listener = getRequestListener(handler, { overrideGlobalObjects: false });
  return createServer((request, response) => void listener(request, response));
}
