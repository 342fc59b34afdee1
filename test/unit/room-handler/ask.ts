import { expect } from 'vitest';
import { createRoomsHandler } from 'react-whereby-embed/server';
import type { Person, RoomsHandlerOptions } from 'react-whereby-embed/server';
import { fakeApi } from '../../support/fakeApi.js';

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
  /** As it is, in place of a body made of JSON. */
  readonly raw?: BodyInit;
}

/** Everything that left the handler, as text. */
export async function bytesOf(response: Response): Promise<string> {
  const headers = [...response.headers].map((pair) => pair.join(': ')).join('\n');
  return `${response.status}\n${headers}\n${await response.text()}`;
}

/** No answer may hold a secret, but the one address that was asked for may hold the key of its own role. */
export function expectNoSecret(bytes: string, role?: unknown): void {
  const own = typeof role === 'string' && role !== 'visitor' ? new RegExp(`roomKey=SECRET-${role}-`) : undefined;
  const rest = own ? bytes.replace(own, '') : bytes;
  expect(rest).not.toMatch(/SECRET/);
}

export const person: Person = { role: 'host', may: ['create', 'enter', 'delete'] };

/** A handler in front of a fake API; every answer of it is searched for secrets. */
export function makeDesk(options: Partial<RoomsHandlerOptions> = {}, api = fakeApi()) {
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
    const bytes = await bytesOf(response.clone());
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
