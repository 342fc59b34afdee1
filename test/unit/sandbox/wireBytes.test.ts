import { createServer, connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createTestSandbox, MINUTE, START } from './support/createTestSandbox.js';
import type { Sandbox } from '../../../src/sandbox/index.js';

/** Receives webhooks without an HTTP library, which would normalise what came. */
async function startRawReceiver() {
  const requests: string[] = [];
  const server = createServer((socket) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
      const [head = '', body = ''] = text.split('\r\n\r\n');
      const length = Number(/^Content-Length: (\d+)$/m.exec(head)?.[1] ?? NaN);
      if (Buffer.byteLength(body) < length) return;
      requests.push(text);
      text = '';
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?from=sandbox`, requests };
}

/** The names of the headers of the response, as they are on the socket. */
const readHeaderNames = (sandbox: Sandbox, request: string) =>
  new Promise<readonly string[]>((resolve, reject) => {
    const { port } = new URL(sandbox.url);
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(request.replaceAll('\n', '\r\n')));
    onTestFinished(() => void socket.destroy());
    let text = '';
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      text += chunk.toString();
      const [head, ...rest] = text.split('\r\n\r\n');
      if (!rest.length) return;
      resolve(
        (head ?? '')
          .split('\r\n')
          .slice(1)
          .map((line) => line.split(':')[0] ?? ''),
      );
    });
  });

describe('on the socket', () => {
  test('a delivery has its headers as the service documents them, time after time on one connection', async () => {
    const receiver = await startRawReceiver();
    const sandbox = await createTestSandbox({ webhooks: [receiver.url] });
    for (const displayName of ['Ada', 'Zoë 👋']) {
      const event = sandbox.trigger('room.client.joined', { data: { displayName } });
      await sandbox.webhooks.settled();
      const [head = '', body] = receiver.requests.at(-1)?.split('\r\n\r\n') ?? [];
      const [line, ...headers] = head.split('\r\n');
      expect(line).toBe('POST /hook?from=sandbox HTTP/1.1');
      expect(headers).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^Whereby-Signature: t=\d+,v1=[0-9a-f]{64}$/),
          'Content-Type: application/json',
          expect.stringMatching(/^Host: 127\.0\.0\.1:\d+$/),
        ]),
      );
      expect(body).toBe(JSON.stringify(event));
    }
    expect(receiver.requests).toHaveLength(2);
  });

  test('the API sends Retry-After and X-RateLimit headers as the service documents them', async () => {
    const sandbox = await createTestSandbox({ api: { pointsPerMinute: 1, rateLimitHeaders: 'always' } });
    const request = `GET /v1/meetings HTTP/1.1\nHost: 127.0.0.1\nAuthorization: Bearer ${sandbox.apiKey}\n\n`;
    const limits = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];
    expect(await readHeaderNames(sandbox, request)).toEqual(
      expect.arrayContaining(['Content-Type', 'Content-Length', 'Date', ...limits]),
    );
    expect(await readHeaderNames(sandbox, request)).toEqual(expect.arrayContaining(['Retry-After', ...limits]));
    for (const name of await readHeaderNames(sandbox, request)) expect(name).toMatch(/^[A-Z]/);
  });

  test('the API takes its request headers in any spelling', async () => {
    const sandbox = await createTestSandbox();
    for (const name of ['authorization', 'AUTHORIZATION', 'Authorization']) {
      const answer = await fetch(`${sandbox.apiUrl}/meetings`, { headers: { [name]: `bearer ${sandbox.apiKey}` } });
      expect(answer.status).toBe(200);
    }
  });

  test('the API dates its responses by the sandbox’s clock', async () => {
    const sandbox = await createTestSandbox();
    sandbox.clock.freeze(START + MINUTE);
    const answer = await fetch(`${sandbox.apiUrl}/hello`, { headers: { authorization: `Bearer ${sandbox.apiKey}` } });
    expect(answer.headers.get('date')).toBe(new Date(START + MINUTE).toUTCString());
  });
});
