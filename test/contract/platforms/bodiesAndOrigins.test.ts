import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import {
  createRoomsHandler,
  createWebhookHandler,
  signWebhook,
  toNodeListener,
  verifyWebhook,
} from 'react-whereby-embed/server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFakeApi } from '../../support/createFakeApi.js';
import { waitUntil } from '../../support/waitUntil.js';

const secret = 's3cret';
const body = JSON.stringify({
  id: 'e1',
  type: 'room.session.ended',
  createdAt: new Date().toISOString(),
  data: { roomName: '/r' },
});

async function receive(sent: BodyInit, signed: string | Uint8Array = body) {
  const errors: unknown[] = [];
  const handle = createWebhookHandler({ secret, onError: (error) => void errors.push(error) });
  const headers = { 'whereby-signature': await signWebhook({ body: signed, secret }) };
  const response = await handle(new Request('https://a.test/', { method: 'POST', body: sent, headers }));
  return { status: response.status, text: await response.text(), errors };
}

describe('the body of a webhook', () => {
  test('is decompressed, whether it was signed before or after', async () => {
    const compressed = gzipSync(body);
    expect(await receive(compressed)).toMatchObject({ status: 200 });
    expect(await receive(compressed, compressed)).toMatchObject({ status: 200 });
  });

  test.each([
    ['cut off', gzipSync(body).subarray(0, 20)],
    ['of gigabytes in a few kilobytes', gzipSync(Buffer.alloc(20_000_000))],
  ])('is refused if it is compressed and %s', async (_what, compressed) => {
    expect(await receive(compressed)).toMatchObject({ status: 401 });
  });

  test('is named if it is still in base64', async () => {
    const encoded = Buffer.from(body).toString('base64');
    const { status, text } = await receive(encoded);
    expect([status, text]).toEqual([500, expect.stringContaining('is still in base64')]);
    const signature = await signWebhook({ body, secret });
    await expect(verifyWebhook({ body: encoded, signature, secret })).rejects.toMatchObject({
      code: 'WEBHOOK_BODY_PARSED',
    });
  });

  test('is cancelled if it does not arrive, also if its length was announced', async () => {
    let isCancelled = false;
    const handle = createWebhookHandler({ secret, answerWithin: 20, onError: () => undefined });
    const stalled = new ReadableStream({ cancel: () => void (isCancelled = true) });
    const init = { method: 'POST', body: stalled, duplex: 'half', headers: { 'content-length': '50' } };
    expect((await handle(new Request('https://a.test/', init))).status).toBe(408);
    expect(isCancelled).toBe(true);
  });

  async function start(answerWithin: number) {
    const codes: unknown[] = [];
    const onError = (error: unknown) => void codes.push((error as { code: string }).code);
    const server = createServer(toNodeListener(createWebhookHandler({ secret, answerWithin, onError })));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return { codes, port: (server.address() as AddressInfo).port };
  }

  const beginning = 'POST / HTTP/1.1\r\nHost: a.test\r\nContent-Length: 100\r\n\r\n{"id"';

  test('leaves no connection open if its sender stalls', async () => {
    const { codes, port } = await start(50);
    const answer = await new Promise<string>((resolve) => {
      let received = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(beginning));
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('close', () => resolve(received));
    });
    expect([answer.split(' ')[1], codes]).toEqual(['408', ['WEBHOOK_BODY_SLOW']]);
  });

  test('is reported as broken off if its sender hangs up', async () => {
    const { codes, port } = await start(600_000);
    const socket = connect(port, '127.0.0.1', () => socket.write(beginning, () => socket.destroy()));
    await waitUntil(() => expect(codes).toEqual(['WEBHOOK_BODY_INVALID']));
  });
});

describe('the room handler', () => {
  test.each<[string, (request: Request) => unknown]>([
    ['clone()', (request) => request.clone()],
    ['new Request(request)', (request) => new Request(request)],
    ['new Request(url, request)', (request) => new Request(request.url, request)],
    ['all of it twice', (request) => [new Request(request), new Request(request.clone())]],
  ])('gives authorize a request for %s', async (_what, copy) => {
    const handle = createRoomsHandler({
      whereby: createFakeApi().whereby,
      authorize(request) {
        copy(request);
        return { role: 'visitor', may: ['create', 'enter'] };
      },
    });
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: '{"key":"k"}' };
    for (const _ of [1, 2]) expect((await handle(new Request('https://a.test/meetings', init))).status).toBe(200);
  });

  test.each([
    'capacitor://localhost',
    'ionic://localhost',
    'app://.',
    'tauri://localhost',
    'chrome-extension://abcdefgh',
    'safari-web-extension://A1B2-C3',
    'file://',
    'null',
  ])('takes the origin %s if it is listed, and only then', async (origin) => {
    const ask = (origins: readonly string[]) =>
      createRoomsHandler({
        whereby: createFakeApi().whereby,
        authorize: () => null,
        origins,
        onError: () => undefined,
      })(new Request('https://a.test/meetings/1', { headers: { origin, 'sec-fetch-site': 'cross-site' } }));
    const listed = await ask([origin]);
    expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([401, origin]);
    expect((await ask([])).status).toBe(403);
  });

  test('knows its own page behind a proxy, or says what to set', async () => {
    const ask = async (headers: Record<string, string>) => {
      const whereby = createFakeApi().whereby;
      const handle = createRoomsHandler({ whereby, authorize: () => null, onError: () => undefined });
      const all = { origin: 'http://intranet.test', ...headers };
      const response = await handle(new Request('http://backend.test:3000/meetings/1', { headers: all }));
      return [response.status, await response.text()];
    };
    expect((await ask({ 'x-forwarded-host': 'intranet.test' }))[0]).toBe(401);
    expect((await ask({ forwarded: 'for=10.0.0.1;host=intranet.test;proto=http' }))[0]).toBe(401);
    expect(await ask({})).toEqual([403, expect.stringMatching(/http:\/\/intranet\.test.*X-Forwarded-Host/)]);
  });
});

test('TRACE, which no web-standard request can have, is refused by name on a real server', async () => {
  const { whereby } = createFakeApi();
  const reported: unknown[] = [];
  const onError = (error: unknown) => void reported.push(error);
  const listeners = {
    '/webhooks': toNodeListener(createWebhookHandler({ secret, onError })),
    '/api/meetings/1': toNodeListener(createRoomsHandler({ whereby, authorize: () => null, onError })),
  };
  const server = createServer(
    (request, response) => void listeners[request.url as keyof typeof listeners](request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const send = (path: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let text = '';
      socket.on('data', (chunk) => (text += String(chunk)));
      socket.once('close', () => resolve(text)).once('error', reject);
      socket.end(`TRACE ${path} HTTP/1.1\r\nHost: a.test\r\nConnection: close\r\n\r\n`);
    });
  expect(await send('/webhooks')).toMatch(/^HTTP\/1.1 405 [^]*"WEBHOOK_METHOD"/);
  expect(await send('/api/meetings/1')).toMatch(/^HTTP\/1.1 405 [^]*"METHOD_NOT_ALLOWED"/);
  expect(reported).toMatchObject([{ code: 'WEBHOOK_METHOD' }, { code: 'METHOD_NOT_ALLOWED' }]);
});
