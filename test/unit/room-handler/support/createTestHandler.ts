import { expect } from 'vitest';
import { createRoomsHandler } from 'react-whereby-embed/server';
import type { Person, RoomsHandlerOptions } from 'react-whereby-embed/server';
import { createFakeApi } from '../../../support/createFakeApi.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  readonly code: string | undefined;
}

export interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** The body as it is, instead of `body` as JSON. */
  readonly raw?: BodyInit;
}

/** Status, headers and body of a response as one text. */
export async function readWholeResponse(response: Response): Promise<string> {
  const headers = [...response.headers].map((pair) => pair.join(': ')).join('\n');
  return `${response.status}\n${headers}\n${await response.text()}`;
}

/** No response may contain a secret, except that the room URL may contain the key of its own role. */
export function expectNoSecret(bytes: string, role?: unknown): void {
  const own = typeof role === 'string' && role !== 'visitor' ? new RegExp(`roomKey=SECRET-${role}-`) : undefined;
  const rest = own ? bytes.replace(own, '') : bytes;
  expect(rest).not.toMatch(/SECRET/);
}

export const person: Person = { role: 'host', may: ['create', 'enter', 'delete'] };

/** A handler in front of a fake API. Every response is searched for secrets. */
export function createTestHandler(options: Partial<RoomsHandlerOptions> = {}, api = createFakeApi()) {
  const errors: unknown[] = [];
  const handler = createRoomsHandler({
    whereby: api.whereby,
    authorize: () => person,
    onError: (error) => errors.push(error),
    ...options,
  });
  async function ask(path: string, { method = 'GET', body, headers, raw }: Sent = {}): Promise<Answer> {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await handler(
      new Request(`https://app.test/api/whereby${path}`, {
        method,
        ...(content !== undefined && { body: content, duplex: 'half' }),
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      }),
    );
    const bytes = await readWholeResponse(response.clone());
    const text = await response.text();
    const answer = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
    expectNoSecret(bytes, answer['role']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { code } = (answer['error'] ?? {}) as { code?: string };
    return { status: response.status, headers: response.headers, body: answer, code };
  }
  const create = (body?: unknown, headers?: Record<string, string>) =>
    ask('/meetings', { method: 'POST', body, ...(headers && { headers }) });
  return { api, ask, create, errors, handler };
}
