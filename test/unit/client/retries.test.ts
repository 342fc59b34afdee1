import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createWhereby } from 'react-whereby-embed/server';
import type { Clock, Whereby } from 'react-whereby-embed/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { realClock } from '../../../src/server/client/realClock.js';
import { catchError } from './support/catchError.js';
import { createFakeClock } from './support/createFakeClock.js';
import { createTestClient } from './support/createTestClient.js';
import { apiKey, meeting } from './support/fixtures.js';
import { halfABody, hangUp, neverEnds, neverResponds } from './support/startTestApi.js';
import type { Reply } from './support/startTestApi.js';

afterEach(() => vi.useRealTimers());

const endDate = '2026-01-01T11:00:00Z';
const calls: Record<string, { run: (whereby: Whereby) => Promise<unknown>; good: Reply; repeatable: boolean }> = {
  'a read': { run: (w) => w.meetings.get('1'), good: { json: meeting }, repeatable: true },
  'a list': { run: (w) => w.meetings.list().page(), good: { json: { results: [], cursor: null } }, repeatable: true },
  'a PUT': { run: (w) => w.rooms.setLogo('/demo', { theme: 'default' }), good: { status: 204 }, repeatable: true },
  'a deletion': { run: (w) => w.meetings.delete('1'), good: { status: 204 }, repeatable: true },
  'a bulk deletion': { run: (w) => w.recordings.bulkDelete(['1']), good: { status: 204 }, repeatable: true },
  'a new meeting': {
    run: (w) => w.meetings.create({ endDate }),
    good: { status: 201, json: meeting },
    repeatable: false,
  },
  'a new transcription': {
    run: (w) => w.transcriptions.create({ recordingId: '1' }),
    good: { status: 201, json: { transcriptionId: '2' } },
    repeatable: false,
  },
  'a new summary': {
    run: (w) => w.summaries.create({ transcriptionId: '1' }),
    good: { status: 201, json: { summaryId: '2' } },
    repeatable: false,
  },
};
const faults: Record<string, { reply: Reply; code: string }> = {
  'a closed connection': { reply: hangUp, code: 'API_UNREACHABLE' },
  'half a body': { reply: halfABody, code: 'API_UNREACHABLE' },
  'a body that never ends': { reply: neverEnds, code: 'API_TIMEOUT' },
  'no answer in time': { reply: neverResponds, code: 'API_TIMEOUT' },
  ...Object.fromEntries(
    [408, 409, 500, 502, 503, 504].map((status) => [
      `status ${status}`,
      { reply: { status }, code: 'API_UNAVAILABLE' },
    ]),
  ),
};

describe.each(Object.entries(calls))('%s', (_name, { run, good, repeatable }) => {
  test.each(Object.entries(faults))(
    `is ${repeatable ? '' : 'not '}repeated after %s`,
    async (_fault, { reply, code }) => {
      if (code === 'API_TIMEOUT') vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const { whereby, seen } = await createTestClient([reply, good], code === 'API_TIMEOUT' ? { timeout: 150 } : {});
      const outcome = run(whereby).catch((error: unknown) => error);
      if (code === 'API_TIMEOUT') {
        while (seen.length === 0) await new Promise(setImmediate);
        await vi.advanceTimersByTimeAsync(150);
      }
      const error = await outcome;
      if (repeatable) {
        expect(error).not.toBeInstanceOf(Error);
        expect(seen).toHaveLength(2);
      } else {
        expect(error).toMatchObject({ code });
        expect((error as Error).message).toContain('It may have been made all the same');
        expect(error).toMatchObject({ mayHaveSucceeded: true });
        expect(seen).toHaveLength(1);
      }
    },
  );

  test('is repeated after a spent budget', async () => {
    const { whereby, seen } = await createTestClient([{ status: 429 }, { status: 429 }, good]);
    await run(whereby);
    expect(seen).toHaveLength(3);
    expect(seen[2]).toMatchObject({ method: seen[0]!.method, url: seen[0]!.url, body: seen[0]!.body });
  });

  test('is repeated if nothing was sent, and rejects with the reason in the end', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const clock = createFakeClock();
    const error = await catchError(run(createWhereby({ apiKey, baseUrl: `http://127.0.0.1:${port}`, clock })));
    expect(error).toMatchObject({
      code: 'API_UNREACHABLE',
      status: null,
      cause: { message: expect.stringContaining('ECONNREFUSED') },
    });
    expect((error as Error).message).toMatch(/ECONNREFUSED.* after 3 attempts/);
    expect((error as Error).message).not.toContain('may have been made');
    expect(error).toMatchObject({ mayHaveSucceeded: false });
    expect(clock.sleeps).toHaveLength(2);
  });

  test.each([400, 401, 403, 413, 422])('is not repeated after status %i', async (status) => {
    const { whereby, seen } = await createTestClient([{ status }, good]);
    await expect(run(whereby)).rejects.toMatchObject({ status, mayHaveSucceeded: false });
    expect(seen).toHaveLength(1);
  });

  test('may have succeeded if any attempt may have', async () => {
    const { whereby } = await createTestClient([{ status: 503 }, { status: 401 }]);
    const error = await catchError(run(whereby));
    expect(error).toMatchObject({ status: repeatable ? 401 : 503, mayHaveSucceeded: true });
  });

  test('is not repeated with `maxRetries: 0`', async () => {
    const { whereby, seen } = await createTestClient([{ status: 429 }, good], { maxRetries: 0 });
    await expect(run(whereby)).rejects.toMatchObject({ code: 'API_RATE_LIMITED' });
    expect(seen).toHaveLength(1);
  });
});

describe('the wait before a repeat', () => {
  const now = Date.parse('2026-01-01T10:00:00Z');
  const after = (seconds: number): Date => new Date(now + seconds * 1000);
  const date = after(0).toUTCString();
  const forms: Record<string, { reply: Reply; wait: number }> = {
    'Retry-After in seconds': { reply: { headers: { 'retry-after': '7' } }, wait: 7_000 },
    'Retry-After as a date': { reply: { headers: { 'retry-after': after(9).toUTCString(), date } }, wait: 9_000 },
    'Retry-After before anything else': {
      reply: {
        headers: { 'retry-after': '7', 'x-ratelimit-reset': after(30).toISOString(), date },
        json: { data: { msLeft: 20_000 } },
      },
      wait: 7_000,
    },
    'msLeft of the body': { reply: { json: { error: 'Rate limit active', data: { msLeft: 38_689 } } }, wait: 38_689 },
    'X-RateLimit-Reset as an HTTP date': {
      reply: { headers: { 'x-ratelimit-reset': after(11).toUTCString(), date } },
      wait: 11_000,
    },
    'X-RateLimit-Reset as ISO 8601': {
      reply: { headers: { 'x-ratelimit-reset': after(11).toISOString(), date } },
      wait: 11_000,
    },
    'X-RateLimit-Reset as ISO 8601 without an offset': {
      reply: { headers: { 'x-ratelimit-reset': after(11).toISOString().replace('Z', ''), date } },
      wait: 11_000,
    },
    'X-RateLimit-Reset in epoch seconds': {
      reply: { headers: { 'x-ratelimit-reset': String(now / 1000 + 12), date } },
      wait: 12_000,
    },
    'X-RateLimit-Reset in epoch milliseconds': {
      reply: { headers: { 'x-ratelimit-reset': String(now + 12_000), date } },
      wait: 12_000,
    },
    'X-RateLimit-Reset in seconds from now': { reply: { headers: { 'x-ratelimit-reset': '13', date } }, wait: 13_000 },
    'a date in the past': { reply: { headers: { 'x-ratelimit-reset': after(-100).toISOString(), date } }, wait: 0 },
    'a wait of an hour, cut to a minute': { reply: { headers: { 'retry-after': '3600' } }, wait: 60_000 },
    'nothing readable': {
      reply: { headers: { 'retry-after': 'soon', 'x-ratelimit-reset': 'later' }, json: { data: { msLeft: 'x' } } },
      wait: 250,
    },
  };

  test.each(Object.entries(forms))('follows %s', async (_form, { reply, wait }) => {
    const { whereby, clock } = await createTestClient([{ status: 429, ...reply }, { json: meeting }]);
    await whereby.meetings.get('1');
    expect(clock.sleeps).toEqual([wait]);
  });

  test('does not depend on the clock of this machine', async () => {
    const skewed = createFakeClock(now + 3_600_000);
    const { whereby } = await createTestClient(
      [{ status: 429, headers: { 'x-ratelimit-reset': after(20).toISOString(), date } }, { json: meeting }],
      { clock: skewed },
    );
    await whereby.meetings.get('1');
    expect(skewed.sleeps).toEqual([20_000]);
  });

  test('doubles from half a second to eight if the API names no wait', async () => {
    const clock = { ...createFakeClock(), random: () => 0.999999 };
    const { whereby } = await createTestClient([{ status: 500 }], { clock, maxRetries: 7 });
    await catchError(whereby.meetings.get('1'));
    expect(clock.sleeps.map(Math.round)).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  });

  test('is randomized', async () => {
    const waits = await Promise.all(
      [0, 0.5].map(async (chance) => {
        const clock = { ...createFakeClock(), random: () => chance };
        const { whereby } = await createTestClient(
          [{ status: 429, headers: { 'retry-after': '1' } }, { status: 500 }, { json: meeting }],
          { clock },
        );
        await whereby.meetings.get('1');
        return clock.sleeps;
      }),
    );
    expect(waits).toEqual([
      [1_000, 500],
      [1_250, 750],
    ]);
  });

  test('lasts until a budget that is spent for a minute is full again', async () => {
    const { whereby, clock } = await createTestClient([
      { status: 429, json: { error: 'Rate limit active for throttle key: organization:1', data: { msLeft: 59_000 } } },
      { json: meeting },
    ]);
    expect(await whereby.meetings.get('1')).toEqual(meeting);
    expect(clock.sleeps).toEqual([59_000]);
  });

  test('is skipped if it would pass the deadline, and the error has `retryAfter`', async () => {
    const { whereby, clock, seen } = await createTestClient([{ status: 429, headers: { 'retry-after': '30' } }], {
      deadline: 10_000,
    });
    await expect(whereby.meetings.create({ endDate })).rejects.toMatchObject({
      code: 'API_RATE_LIMITED',
      retryAfter: 30_000,
    });
    expect(clock.sleeps).toEqual([]);
    expect(seen).toHaveLength(1);
  });

  test('follows the call’s `maxRetries` rather than the client’s', async () => {
    const { whereby, seen } = await createTestClient([{ status: 500 }], { maxRetries: 5 });
    await catchError(whereby.meetings.get('1', {}, { maxRetries: 1 }));
    expect(seen).toHaveLength(2);
  });
});

describe('aborting a call', () => {
  test('sends nothing if it was aborted before', async () => {
    const { whereby, seen } = await createTestClient([{ json: meeting }]);
    const reason = new Error('changed my mind');
    expect(await catchError(whereby.meetings.get('1', {}, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(seen).toHaveLength(0);
  });

  test('ends the call and its connection while the API does not respond', async () => {
    const controller = new AbortController();
    let closed = (): void => undefined;
    const closing = new Promise<void>((resolve) => (closed = resolve));
    const { whereby } = await createTestClient([
      (response) => {
        response.on('close', () => closed());
        controller.abort();
      },
    ]);
    await expect(whereby.meetings.get('1', {}, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    await closing;
  });

  test('ends the wait before a repeat', async () => {
    const controller = new AbortController();
    const clock: Clock = {
      ...realClock,
      sleep(milliseconds, signal) {
        const sleeping = realClock.sleep(milliseconds, signal);
        controller.abort();
        return sleeping;
      },
    };
    const { whereby, seen } = await createTestClient([{ status: 429, headers: { 'retry-after': '50' } }], { clock });
    await expect(whereby.meetings.get('1', {}, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(seen).toHaveLength(1);
  });

  test('works with a fetch that ignores signals', async () => {
    const whereby = createWhereby({ apiKey, fetch: () => new Promise(() => undefined), timeout: 20, maxRetries: 0 });
    await expect(whereby.meetings.get('1')).rejects.toMatchObject({ code: 'API_TIMEOUT' });
    await expect(
      whereby.meetings.get('1', {}, { signal: AbortSignal.timeout(20), timeout: 10_000 }),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('leaves no listener on the signal', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => (listeners++, add(...args));
    signal.removeEventListener = (...args: Parameters<typeof remove>) => (listeners--, remove(...args));
    const { whereby } = await createTestClient([{ status: 429, headers: { 'retry-after': '0' } }, { json: meeting }], {
      clock: undefined,
    });
    await whereby.meetings.get('1', {}, { signal });
    expect(listeners).toBe(0);
  });
});

describe('whether a request was sent', () => {
  const failed = (cause: unknown) => Object.assign(new TypeError('fetch failed'), { cause });
  const system = (code: string, syscall?: string) =>
    Object.assign(new Error(code), { code, ...(syscall && { syscall }) });
  const errors: Record<string, { error: unknown; sent: boolean }> = {
    'an unknown host': { error: failed(system('ENOTFOUND', 'getaddrinfo')), sent: false },
    'a name server that is away': { error: failed(system('EAI_AGAIN')), sent: false },
    'a host without a route': { error: failed(system('EHOSTUNREACH', 'connect')), sent: false },
    'a connection that takes too long to make': { error: failed(system('UND_ERR_CONNECT_TIMEOUT')), sent: false },
    'two addresses that both refuse': {
      error: failed(new AggregateError([system('ECONNREFUSED', 'connect'), system('ETIMEDOUT', 'connect')])),
      sent: false,
    },
    'a refusal as Bun tells it': { error: system('ConnectionRefused'), sent: false },
    'a refusal as Deno tells it': {
      error: new TypeError('error sending request for url: client error (Connect): tcp connect error'),
      sent: false,
    },
    'a connection that was reset': { error: failed(system('ECONNRESET', 'read')), sent: true },
    'a route that was lost on the way': { error: failed(system('EHOSTUNREACH', 'read')), sent: true },
    'a socket that was closed': { error: failed(system('UND_ERR_SOCKET')), sent: true },
    'two addresses of which one was reached': {
      error: failed(new AggregateError([system('ECONNREFUSED', 'connect'), system('ECONNRESET', 'read')])),
      sent: true,
    },
    'words nobody knows': { error: new TypeError('Load failed'), sent: true },
    'something that is no error': { error: 'no', sent: true },
  };

  test.each(Object.entries(errors))('is derived from %s', async (_what, { error, sent }) => {
    let asked = 0;
    const fetch = () =>
      asked++ === 0 ? Promise.reject(error) : Promise.resolve(Response.json(meeting, { status: 201 }));
    const making = createWhereby({ apiKey, clock: createFakeClock(), fetch }).meetings.create({ endDate });
    if (sent) await expect(making).rejects.toMatchObject({ code: 'API_UNREACHABLE' });
    else expect(await making).toEqual(meeting);
    expect(asked).toBe(sent ? 1 : 2);
  });
});
