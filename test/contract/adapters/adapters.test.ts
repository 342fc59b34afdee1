import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { getRequestListener, serve } from '@hono/node-server';
import { bodyParser } from '@koa/bodyparser';
import Router from '@koa/router';
import express from 'express';
import express4 from 'express4';
import fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import {
  createRoomsHandler,
  toFastifyPlugin,
  toKoaMiddleware,
  toLambdaHandler,
  toNodeListener,
} from 'react-whereby-embed/server';
import type { LambdaEvent, LambdaResult, RoomsHandler } from 'react-whereby-embed/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roomsApp } from '../../../examples/adapters/hono.js';
import { routeHandlers } from '../../../examples/adapters/nextjs.js';
import { requestHandler } from '../../../examples/adapters/sveltekit.js';
import { createFakeApi } from '../../support/createFakeApi.js';
import { toEventV1, toEventV2 } from '../../support/lambdaEvents.js';
import { cases } from './cases.js';
import type { Ask } from './cases.js';

const mount = '/api/whereby';

const makeHandler = (onError: (error: unknown) => void = () => undefined): RoomsHandler =>
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
  app.use(mount, toNodeListener(handler));
  return listening(createServer(app));
};

const onExpress4 = (handler: RoomsHandler, ...before: readonly express.RequestHandler[]) => {
  const app = express4();
  for (const one of before) app.use(one);
  app.use(mount, toNodeListener(handler));
  return listening(createServer(app));
};

const onKoa = (handler: RoomsHandler, ...before: readonly Koa.Middleware[]) => {
  const app = new Koa({ proxy: true });
  for (const one of before) app.use(one);
  const router = new Router();
  router.all(`${mount}/{*path}`, toKoaMiddleware(handler));
  app.use(router.routes());
  return listening(createServer((request, response) => void app.callback()(request, response)));
};

const onLambda = (handler: RoomsHandler, toEvent: (request: IncomingMessage, body: Buffer) => LambdaEvent) => {
  const call = toLambdaHandler(handler);
  return listening(
    createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        void call(toEvent(request, Buffer.concat(chunks)), { awsRequestId: '1' }).then((result) => {
          // As the gateway does: what is not in the JSON of the result is lost.
          const { statusCode, headers, body } = JSON.parse(JSON.stringify(result)) as LambdaResult;
          response.writeHead(statusCode, headers).end(body);
        });
      });
    }),
  );
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
  'plain Node': (handler) => listening(createServer(toNodeListener(handler))),
  Express: (handler) => onExpress(handler),
  'Express, with express.json() in front': (handler) => onExpress(handler, express.json(), express.urlencoded()),
  'Fastify, which parses every body': async (handler) => {
    const app = fastify();
    // Shows that bodies of other routes are still parsed.
    app.post('/other', (request) => request.body);
    await app.register(toFastifyPlugin(handler), { prefix: mount });
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    return { origin, close: () => app.close() };
  },
  'Express 4': (handler) => onExpress4(handler),
  'Express 4, with express.json() in front': (handler) =>
    onExpress4(handler, express4.json(), express4.urlencoded({ extended: false })),
  Koa: (handler) => onKoa(handler),
  'Koa, with a body parser in front': (handler) => onKoa(handler, bodyParser()),
  'Lambda behind API Gateway, payload format 1.0': (handler) => onLambda(handler, toEventV1),
  'Lambda behind API Gateway, payload format 2.0': (handler) => onLambda(handler, toEventV2),
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
