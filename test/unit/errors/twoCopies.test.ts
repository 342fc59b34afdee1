import type * as server from 'react-whereby-embed/server';
import { WherebyApiError, WherebyError, createRoomsHandler, createWhereby } from 'react-whereby-embed/server';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createFakeApi } from '../../support/createFakeApi.js';

type Server = typeof server;

/** A second copy of the package's modules, as a bundler makes one for each part of a server. */
let other: Server;

beforeAll(async () => {
  vi.resetModules();
  other = await import('react-whereby-embed/server');
});

const catchError = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

const failWith =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    Promise.resolve(Response.json({ error: 'x' }, { status, headers }));

const fail = (server: Pick<Server, 'createWhereby'>, status: number, headers?: Record<string, string>) =>
  server.createWhereby({
    apiKey: 'k',
    baseUrl: 'http://127.0.0.1/v1',
    maxRetries: 0,
    fetch: failWith(status, headers),
  });

describe('two copies of the package in one process', () => {
  test('recognise each other’s errors by instanceof', async () => {
    expect(other.WherebyError).not.toBe(WherebyError);
    const error = await catchError(fail(other, 403).meetings.get('1'));
    expect(error).toBeInstanceOf(WherebyApiError);
    expect(error).toBeInstanceOf(WherebyError);
    expect(error).toBeInstanceOf(other.WherebyApiError);
    expect(error).toBeInstanceOf(Error);
  });

  test.each([
    [404, {}, 404, null],
    [429, { 'retry-after': '7' }, 429, '7'],
    [503, {}, 503, '5'],
    [401, {}, 502, null],
  ])('keep the meaning of the status %s', async (status, headers, expected, retryAfter) => {
    const handler = createRoomsHandler({
      whereby: fail(other, status, headers),
      authorize: () => ({ role: 'visitor' }),
      onError: () => undefined,
    });
    const response = await handler(new Request('https://app.test/meetings/1'));
    expect([response.status, response.headers.get('retry-after')]).toEqual([expected, retryAfter]);
  });

  test('make a new meeting for a key whose meeting is gone', async () => {
    const api = createFakeApi();
    const gone = fail(other, 404);
    const handler = createRoomsHandler({
      whereby: { meetings: { ...api.whereby.meetings, get: gone.meetings.get } },
      authorize: () => ({ role: 'host', may: ['create', 'enter'] }),
      keys: {
        find: () => Promise.resolve('999'),
        keep: (_key, meetingId) => Promise.resolve(meetingId),
        forget: () => Promise.resolve(),
      },
    });
    const response = await handler(
      new Request('https://app.test/meetings', {
        method: 'POST',
        body: '{"key":"lesson"}',
        headers: { 'content-type': 'application/json' },
      }),
    );
    expect(response.status).toBe(200);
  });
});

describe('instanceof', () => {
  test('tells an error of the API from the others', async () => {
    const missing = await catchError(createWhereby({ apiKey: 'k' }).meetings.get(''));
    expect(missing).toBeInstanceOf(WherebyError);
    expect(missing).not.toBeInstanceOf(WherebyApiError);
  });

  test.each([undefined, null, 'WherebyError', new Error('x'), { name: 'WherebyError', code: 'API_TIMEOUT' }])(
    'is false for %s',
    (value) => {
      expect(value instanceof WherebyError).toBe(false);
      expect(value instanceof WherebyApiError).toBe(false);
    },
  );

  test('of a class that an app derives has its own instances only', () => {
    class OwnError extends WherebyError {}
    expect(new OwnError('API_TIMEOUT', 'x')).toBeInstanceOf(OwnError);
    expect(new OwnError('API_TIMEOUT', 'x')).toBeInstanceOf(WherebyError);
    expect(new WherebyError('API_TIMEOUT', 'x')).not.toBeInstanceOf(OwnError);
  });
});
