import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A response, or what to do instead of responding. */
export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly json?: unknown;
      readonly text?: string;
    }
  | ((response: ServerResponse, seen: SeenRequest) => void);

/** Closes the connection without a response. */
export const hangUp: Reply = (response) => response.socket?.destroy();
/** Accepts the request and never responds. */
export const neverResponds: Reply = () => undefined;
/** Starts a response and never ends it. */
export const neverEnds: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"meetingId":"5');
};
/** Announces a hundred bytes, sends some, and closes the connection. */
export const halfABody: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"meetingId":"5', () => response.socket?.destroy());
};

/** Starts a server that gives each request the next reply, and the last reply to all further ones. */
export async function startTestApi(...replies: readonly Reply[]): Promise<{ url: string; seen: SeenRequest[] }> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const now: SeenRequest = {
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
