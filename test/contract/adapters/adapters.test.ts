import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { getRequestListener, serve } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { createRoomsHandler } from 'react-whereby-embed/server';
import type { RoomsHandler } from 'react-whereby-embed/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roomsRouter } from '../../../examples/adapters/express.js';
import { roomsPlugin } from '../../../examples/adapters/fastify.js';
import { roomsApp } from '../../../examples/adapters/hono.js';
import { routeHandlers } from '../../../examples/adapters/nextjs.js';
import { createNodeServer } from '../../../examples/adapters/node.js';
import { requestHandler } from '../../../examples/adapters/sveltekit.js';
import { createFakeApi } from '../../support/createFakeApi.js';
import { cases } from './cases.js';
import type { Ask } from './cases.js';

const mount = '/api/whereby';

const makeHandler = (onError?: (error: unknown) => void): RoomsHandler =>
  createRoomsHandler({
    whereby: createFakeApi().whereby,
    origins: ['https://shop.example'],
    choose: { minutes: { max: 60 } },
    onError,
    authorize(request) {
      const user = request.headers.get('x-user');
      if (user === 'teacher') return { role: 'host', may: ['create', 'enter', 'delete'] };
      return user === 'student' ? { role: 'visitor' } : null;
    },
  });

interface Running {
  readonly origin: string;
  close(): Promise<unknown> | void;
}

const closing = (server: Server) => () =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(resolve);
  });

async function listening(server: Server): Promise<Running> {
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: closing(server) };
}

/** For frameworks that call a function for a route: the function without the framework. */
const asFunction = (call: (request: Request) => Promise<Response>) =>
  listening(
    createServer(
      (request, response) => void getRequestListener(call, { overrideGlobalObjects: false })(request, response),
    ),
  );

const onExpress = (handler: RoomsHandler, ...before: readonly express.RequestHandler[]) => {
  const app = express();
  for (const one of before) app.use(one);
  app.use(mount, roomsRouter(handler));
  return listening(createServer(app));
};

const onHono = (app: Hono, handler: RoomsHandler) => {
  app.route(mount, roomsApp(handler));
  return new Promise<Running>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false }, () =>
      resolve(listening(server as Server)),
    );
  });
};

const hosts: Readonly<Record<string, (handler: RoomsHandler) => Promise<Running>>> = {
  'plain Node': (handler) => listening(createNodeServer(handler)),
  Express: (handler) => onExpress(handler),
  'Express, with express.json() in front': (handler) => onExpress(handler, express.json(), express.urlencoded()),
  'Fastify, which parses every body': async (handler) => {
    const app = fastify();
    // Shows that bodies of other routes are still parsed.
    app.post('/other', (request) => request.body);
    await app.register(roomsPlugin(handler), { prefix: mount });
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    return { origin, close: () => app.close() };
  },
  Hono: (handler) => onHono(new Hono(), handler),
  'Hono, with a middleware that reads the body': (handler) => {
    const app = new Hono();
    app.use(async ({ req, text }, next) => {
      try {
        if (req.header('content-type') === 'application/json') await req.json();
      } catch {
        return text('no JSON', 400);
      }
      return next();
    });
    return onHono(app, handler);
  },
  'Next.js route handlers': (handler) => {
    const route = routeHandlers(handler);
    return asFunction((request) => route[request.method as keyof typeof route](request));
  },
  SvelteKit: (handler) => {
    const fallback = requestHandler(handler);
    return asFunction((request) => fallback({ request }));
  },
};

describe.each(Object.keys(hosts))('on %s', (name) => {
  let running: Running;
  const ask: Ask = async (path, { user, headers, ...init } = {}) => {
    const all = new Headers(headers);
    if (user) all.set('x-user', user);
    const response = await fetch(`${running.origin}${mount}${path}`, { ...init, headers: all });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  beforeAll(async () => {
    running = await hosts[name]!(makeHandler());
  });
  afterAll(() => running.close());

  test.each(Object.keys(cases))('%s', async (what) => {
    await cases[what]!(ask, /in front|reads the body/.test(name));
  });
});

test('a body parser in front whose result is not passed on is BODY_CONSUMED in the log', async () => {
  const errors: unknown[] = [];
  const listener = getRequestListener(
    makeHandler((error) => errors.push(error)),
    { overrideGlobalObjects: false },
  );
  const app = express();
  app.use(express.json());
  app.use(mount, (request, response) => void listener(request, response));
  const running = await listening(createServer(app));
  const answer = await fetch(`${running.origin}${mount}/meetings`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
    500,
    'BODY_CONSUMED',
  ]);
  expect(errors).toMatchObject([{ code: 'BODY_CONSUMED' }]);
  await running.close();
});

test('Fastify still parses bodies elsewhere', async () => {
  const running = await hosts['Fastify, which parses every body']!(makeHandler());
  const answer = await fetch(`${running.origin}/other`, {
    method: 'POST',
    body: '{"a":1}',
    headers: { 'content-type': 'application/json' },
  });
  expect(await answer.json()).toEqual({ a: 1 });
  await running.close();
});
