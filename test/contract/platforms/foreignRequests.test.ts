import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import express4 from 'express4';
import fastify from 'fastify';
import Koa from 'koa';
import { createRoomsHandler, createWebhookHandler, signWebhook } from 'react-whereby-embed/server';
import type { RequestHandler } from 'react-whereby-embed/server';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createFakeApi } from '../../support/createFakeApi.js';

afterEach(() => vi.restoreAllMocks());

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ran = vi.fn();
const secret = 's3cret';

const handlers: Readonly<Record<string, () => RequestHandler>> = {
  'the webhook handler': () => createWebhookHandler({ secret, onAny: ran }),
  'the room handler': () =>
    createRoomsHandler({ whereby: createFakeApi().whereby, authorize: () => ({ role: 'host', may: ['create'] }) }),
};

/** How frameworks call a function that they are given for a route, and the adapter that is right there. */
const frameworks: Readonly<Record<string, readonly [string, (handler: RequestHandler) => Promise<string>]>> = {
  'Express 5': ['toNodeListener', (handler) => listen(createServer(express().use(handler as never)))],
  'Express 4': ['toNodeListener', (handler) => listen(createServer(express4().use(handler as never)))],
  'Express 5 behind a parser': [
    'toNodeListener',
    (handler) => listen(createServer(express().use(express.json(), handler as never))),
  ],
  'plain http': ['toNodeListener', (handler) => listen(createServer(handler as never))],
  Koa: [
    'toKoaMiddleware',
    (handler) => {
      const app = new Koa();
      app.use(handler as never);
      return listen(createServer((request, response) => void app.callback()(request, response)));
    },
  ],
  Fastify: [
    'toFastifyPlugin',
    async (handler) => {
      const app = fastify({ forceCloseConnections: true });
      onTestFinished(() => void app.close());
      app.all('/*', handler as never);
      return app.listen({ port: 0, host: '127.0.0.1' });
    },
  ],
};

/** The request of Azure Functions has these members (https://learn.microsoft.com/azure/azure-functions/functions-reference-node). */
function toAzureRequest(request: Request) {
  const { method, url, headers, body } = request;
  const arrayBuffer = () => request.arrayBuffer();
  return {
    method,
    url,
    headers,
    body,
    bodyUsed: false,
    query: new URL(url).searchParams,
    arrayBuffer,
  } as unknown as Request;
}

test('a request of Azure Functions, which has no signal, is handled', async () => {
  const body = JSON.stringify({
    id: 'e1',
    type: 'room.session.ended',
    createdAt: new Date().toISOString(),
    data: { roomName: '/r' },
  });
  const headers = { 'content-type': 'application/json', 'whereby-signature': await signWebhook({ body, secret }) };
  const send = (name: string, path: string, sent: string) =>
    handlers[name]!()(toAzureRequest(new Request(`https://app.test${path}`, { method: 'POST', headers, body: sent })));
  expect((await send('the webhook handler', '/hook', body)).status).toBe(200);
  expect(ran).toHaveBeenCalledOnce();
  ran.mockClear();
  expect((await send('the room handler', '/meetings', '{}')).status).toBe(200);
});

describe.each(Object.keys(handlers))('%s', (name) => {
  test.each(Object.keys(frameworks))(
    'given to %s as it is, responds with 500 at once and names the adapter',
    async (on) => {
      const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const [adapter, start] = frameworks[on]!;
      const origin = await start(handlers[name]!());
      const body = JSON.stringify({
        id: 'e1',
        type: 'room.session.ended',
        createdAt: '2026-01-01T00:00:00Z',
        data: {},
      });
      const response = await fetch(`${origin}/meetings`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'whereby-signature': await signWebhook({ body, secret }) },
      });
      const text = await response.text();
      expect([response.status, text]).toEqual([500, expect.stringContaining('HANDLER_REQUEST_INVALID')]);
      expect(text).toContain(adapter);
      expect(text).not.toMatch(/ at .*:\d+:\d+/);
      expect(ran).not.toHaveBeenCalled();
      expect(log).toHaveBeenCalledOnce();
      expect(log.mock.calls[0]![0]).toMatchObject({
        code: 'HANDLER_REQUEST_INVALID',
        message: expect.stringContaining(adapter) as string,
      });
    },
  );

  test.each([
    ['an event of Lambda, format 1.0', { httpMethod: 'POST', path: '/x', headers: {}, body: '{}' }, 'toLambdaHandler'],
    [
      'an event of Lambda, format 2.0',
      { version: '2.0', rawPath: '/x', requestContext: { http: {} } },
      'toLambdaHandler',
    ],
    ['a context of Hono', { req: { raw: new Request('https://a.test/') } }, 'context.req.raw'],
    [
      'an event of SvelteKit',
      { request: new Request('https://a.test/'), params: {} },
      '({ request }) => handler(request)',
    ],
    ['an event of h3', { node: { req: { headers: {}, on: () => undefined } } }, 'toWebRequest'],
    ['nothing', undefined, 'Request'],
    ['null', null, 'Request'],
    ['a text', 'POST /hook', 'Request'],
    ['another object', { a: 1 }, 'Request'],
  ])('called with %s, responds with 500 and says what to write', async (_what, value, cure) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const response = await handlers[name]!()(value as never);
    expect(response.status).toBe(500);
    // Lambda makes JSON of a result; without a status that would be a success.
    expect(JSON.parse(JSON.stringify(response))).toMatchObject({ statusCode: 500 });
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error).toMatchObject({ code: 'HANDLER_REQUEST_INVALID', message: expect.stringContaining(cure) as string });
  });

  test('takes requests of a class that is not the runtime’s', async () => {
    const request = new Request('https://a.test/other', { method: 'PUT' });
    const { url, method, headers } = request;
    const like = { url, method, headers, body: null, bodyUsed: false, arrayBuffer: () => request.arrayBuffer() };
    const response = await handlers[name]!()(like as unknown as Request);
    expect([404, 405]).toContain(response.status);
  });
});
