import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWhereby } from 'react-whereby-embed/server';
import type { Clock, Whereby, WherebyOptions } from 'react-whereby-embed/server';
import { onTestFinished } from 'vitest';

/** Looks like the keys of the service, and is none. */
export const apiKey = 'eyJhbGciOiJIUzI1NiJ9.eyJvcmciOjF9.c2VjcmV0LXNpZ25hdHVyZQ';
export const roomKey = 'eyJhbGciOiJIUzI1NiJ9.eyJyb29tIjoiZGVtbyJ9.aG9zdC1rZXktb2YtdGhlLXJvb20';

export const meeting = {
  meetingId: '52755922',
  roomName: '/demo-793e9ec1',
  roomUrl: 'https://acme.whereby.com/demo-793e9ec1',
  startDate: '2026-01-01T10:00:00.000Z',
  endDate: '2026-01-01T11:00:00.000Z',
};

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An answer, or what to do instead of answering. */
export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly json?: unknown;
      readonly text?: string;
    }
  | ((response: ServerResponse, seen: Seen) => void);

/** Closes the connection without a word. */
export const hangUp: Reply = (response) => response.socket?.destroy();
/** Takes the request and never answers. */
export const saysNothing: Reply = () => undefined;
/** Begins an answer and never ends it. */
export const neverEnds: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"meetingId":"5');
};
/** Promises a hundred bytes, sends some, and closes the connection. */
export const halfABody: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"meetingId":"5', () => response.socket?.destroy());
};

/** Each request is given the next reply; the last one stays. */
export async function startApi(...replies: readonly Reply[]): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const now: Seen = {
        method: request.method!,
        url: request.url!,
        headers: request.headers,
        body: Buffer.concat(chunks).toString('latin1'),
      };
      const reply = replies[Math.min(seen.length, replies.length - 1)]!;
      seen.push(now);
      if (typeof reply === 'function') return reply(response, now);
      const { status = 200, headers, json, text } = reply;
      const type = json === undefined ? {} : { 'content-type': 'application/json' };
      response.writeHead(status, { ...type, ...headers });
      response.end(json === undefined ? text : JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, seen };
}

/** A clock that passes only while someone sleeps, and at once. */
export function fakeClock(start = Date.parse('2026-01-01T10:00:00Z')): Clock & { readonly sleeps: number[] } {
  const sleeps: number[] = [];
  let now = start;
  return {
    sleeps,
    now: () => now,
    random: () => 0,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      sleeps.push(milliseconds);
      now += milliseconds;
    },
  };
}

/** A client of a server with these replies. */
export async function clientOf(
  replies: readonly Reply[],
  options: WherebyOptions = {},
): Promise<{ whereby: Whereby; seen: Seen[]; clock: ReturnType<typeof fakeClock>; url: string }> {
  const clock = fakeClock();
  const { url, seen } = await startApi(...replies);
  return { whereby: createWhereby({ apiKey, baseUrl: url, clock, ...options }), seen, clock, url };
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('it did not reject');
    },
    (error: unknown) => error,
  );
}
