import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { startSandbox } from '../../../../src/sandbox/index.js';
import type { Sandbox, SandboxOptions } from '../../../../src/sandbox/index.js';

export const MINUTE = 60_000;
export const START = Date.parse('2026-01-01T10:00:00.000Z');

/** A sandbox with a frozen clock, closed when the test is over. */
export async function createTestSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  sandbox.clock.freeze(START);
  return sandbox;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: never;
}

/** Calls the REST API as a client would. */
export const createApiCaller =
  (sandbox: Sandbox, key = sandbox.apiKey) =>
  async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const isForm = body instanceof FormData;
    const response = await fetch(sandbox.apiUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm || typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : undefined) as never };
  };

export interface Received {
  readonly at: number;
  readonly body: string;
  readonly signature: string | undefined;
}

/** A receiver of webhooks that answers as it is told; `null` never answers. */
export async function startReceiver(answer: (count: number, body: string) => number | null = () => 200) {
  const received: Received[] = [];
  const waiters: { readonly count: number; readonly done: () => void }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const signature = request.headers['whereby-signature'];
      received.push({ at: Date.now(), body, signature: Array.isArray(signature) ? signature[0] : signature });
      const status = answer(received.length, body);
      if (status !== null) response.writeHead(status, { location: 'http://127.0.0.1:1/elsewhere' }).end();
      for (const waiter of waiters) if (received.length >= waiter.count) waiter.done();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    types: () => received.map(({ body }) => (JSON.parse(body) as { type: string }).type),
    /** Resolves once so many have come. */
    until: (count: number) =>
      received.length >= count ? Promise.resolve() : new Promise<void>((done) => waiters.push({ count, done })),
  };
}
