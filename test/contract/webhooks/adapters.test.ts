import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { bodyParser } from '@koa/bodyparser';
import express from 'express';
import express4 from 'express4';
import fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import {
  createWebhookHandler,
  signWebhook,
  toFastifyPlugin,
  toKoaMiddleware,
  toLambdaHandler,
  toNodeListener,
} from 'react-whereby-embed/server';
import type { LambdaEvent } from 'react-whereby-embed/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestHandler } from '../../../examples/adapters/sveltekit.js';
import { toEventV1, toEventV2 } from '../../support/lambdaEvents.js';

const secret = 'adapters-secret';
const path = '/webhooks/whereby';
type Handler = ReturnType<typeof createWebhookHandler>;

interface RunningServer {
  readonly origin: string;
  close(): Promise<unknown>;
}

async function listen(server: Server): Promise<RunningServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}

const serveFunction = (call: (request: Request) => Response | Promise<Response>) =>
  listen(
    createServer(
      (request, response) => void getRequestListener(call, { overrideGlobalObjects: false })(request, response),
    ),
  );

const serveOnExpress = (handler: Handler, ...before: readonly express.RequestHandler[]) => {
  const app = express();
  for (const one of before) app.use(one);
  app.use(path, toNodeListener(handler));
  return listen(createServer(app));
};

const serveOnKoa = (handler: Handler, ...before: readonly Koa.Middleware[]) => {
  const app = new Koa();
  for (const one of before) app.use(one);
  app.use(toKoaMiddleware(handler));
  return listen(createServer((request, response) => void app.callback()(request, response)));
};

const serveOnLambda = (handler: Handler, toEvent: (request: IncomingMessage, body: Buffer) => LambdaEvent) => {
  const call = toLambdaHandler(handler);
  return listen(
    createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        void call(toEvent(request, Buffer.concat(chunks))).then(({ statusCode, headers, body }) =>
          response.writeHead(statusCode, headers).end(body),
        );
      });
    }),
  );
};

/** Every server, and whether the body reaches the handler unread. */
const hosts: Readonly<Record<string, { readonly raw: boolean; start(handler: Handler): Promise<RunningServer> }>> = {
  'plain Node': { raw: true, start: (handler) => listen(createServer(toNodeListener(handler))) },
  Express: { raw: true, start: (handler) => serveOnExpress(handler) },
  'Express with express.raw() before it': {
    raw: true,
    start: (handler) => serveOnExpress(handler, express.raw({ type: 'application/json' })),
  },
  'Express with express.raw() of any type before it': {
    raw: true,
    start: (handler) => serveOnExpress(handler, express.raw({ type: '*/*' })),
  },
  'Express with express.text() before it': {
    raw: true,
    start: (handler) => serveOnExpress(handler, express.text({ type: '*/*' })),
  },
  'a platform that keeps rawBody (Cloud Functions, Firebase)': {
    raw: true,
    start: (handler) =>
      serveOnExpress(
        handler,
        express.json({
          limit: '3mb',
          verify: (request, _response, bytes) => void Object.assign(request, { rawBody: bytes }),
        }),
      ),
  },
  'Express 4': {
    raw: true,
    start(handler) {
      const app = express4();
      app.post(path, toNodeListener(handler));
      return listen(createServer(app));
    },
  },
  'Express 4 with express.json() in the way': {
    raw: false,
    start(handler) {
      const app = express4();
      app.use(express4.json());
      app.post(path, toNodeListener(handler));
      return listen(createServer(app));
    },
  },
  Koa: { raw: true, start: (handler) => serveOnKoa(handler) },
  'Koa with a body parser that keeps rawBody': {
    raw: true,
    start: (handler) => serveOnKoa(handler, bodyParser({ jsonLimit: '3mb' })),
  },
  'Koa with a body parser that keeps nothing': {
    raw: false,
    start: (handler) =>
      serveOnKoa(handler, bodyParser(), (context, next) => {
        Reflect.deleteProperty(context.request, 'rawBody');
        return next();
      }),
  },
  'Lambda, payload format 1.0': { raw: true, start: (handler) => serveOnLambda(handler, toEventV1) },
  'Lambda, payload format 2.0, in base64': { raw: true, start: (handler) => serveOnLambda(handler, toEventV2) },
  'Express with express.json() in the way': { raw: false, start: (handler) => serveOnExpress(handler, express.json()) },
  'Fastify, which parses every body': {
    raw: true,
    async start(handler) {
      const app = fastify({ forceCloseConnections: true });
      await app.register(toFastifyPlugin(handler), { prefix: path });
      return { origin: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() };
    },
  },
  Hono: {
    raw: true,
    start(handler) {
      const app = new Hono();
      app.post(path, ({ req }) => handler(req.raw));
      return serveFunction((request) => app.fetch(request));
    },
  },
  'Next.js route handlers': {
    raw: true,
    start(handler) {
      const route = { POST: handler };
      return serveFunction((request) => route.POST(request));
    },
  },
  SvelteKit: {
    raw: true,
    start(handler) {
      const fallback = requestHandler(handler);
      return serveFunction((request) => fallback({ request }));
    },
  },
};

describe.each(Object.keys(hosts))('the webhook handler on %s', (name) => {
  const { raw, start } = hosts[name]!;
  /** Decoding a body to text drops its byte order mark, which the signature covers. */
  const keepsBytes = !/text|Koa with/.test(name);
  const received: string[] = [];
  let running: RunningServer;
  beforeAll(async () => {
    running = await start(
      createWebhookHandler({ secret, onAny: ({ id }) => void received.push(id), onError: () => undefined }),
    );
  });
  afterAll(() => running.close());

  const send = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${running.origin}${path}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'whereby-signature': await signWebhook({ body, secret }),
        ...headers,
      },
    });
    return { status: response.status, text: await response.text() };
  };
  const event = (id: string) => ({
    id,
    createdAt: new Date().toISOString(),
    type: 'room.session.ended',
    data: { roomName: '/é☃' },
  });

  test.runIf(raw)('handles an event once, however its JSON is written', async () => {
    const bodies = {
      compact: JSON.stringify(event('compact')),
      pretty: `${JSON.stringify(event('pretty'), null, 2)}\r\n`,
      ...(keepsBytes && { marked: new TextEncoder().encode(`\ufeff${JSON.stringify(event('marked'))}`) }),
    };
    for (const body of Object.values(bodies) as (string | Uint8Array<ArrayBuffer>)[]) {
      expect(await send(body)).toMatchObject({ status: 200, text: expect.stringContaining('handled') as string });
      expect(await send(body)).toMatchObject({ status: 200, text: expect.stringContaining('duplicate') as string });
    }
    expect(received).toEqual(Object.keys(bodies));
  });

  test.runIf(raw)('refuses a forged event', async () => {
    expect(
      await send(JSON.stringify(event('forged')), { 'whereby-signature': `t=1,v1=${'0'.repeat(64)}` }),
    ).toMatchObject({
      status: 401,
    });
    expect(received).not.toContain('forged');
  });

  test.runIf(raw)('refuses a body that is too large', async () => {
    expect((await send(JSON.stringify({ ...event('large'), more: 'm'.repeat(1_100_000) }))).status).toBe(413);
  });

  test.skipIf(raw)('refuses a body that was parsed before, with the reason', async () => {
    const response = await send(JSON.stringify(event('parsed')));
    expect(response).toMatchObject({ status: 500, text: expect.stringContaining('WEBHOOK_BODY_PARSED') as string });
    expect(received).toEqual([]);
  });
});
