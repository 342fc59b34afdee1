import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createWhereby } from 'react-whereby-embed/server';
import type { Clock, Whereby } from 'react-whereby-embed/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { realClock } from '../../../src/server/client/realClock.js';
import {
  apiKey,
  clientOf,
  fakeClock,
  halfABody,
  hangUp,
  meeting,
  neverEnds,
  rejection,
  saysNothing,
} from './misbehave.js';
import type { Reply } from './misbehave.js';

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
  'no answer in time': { reply: saysNothing, code: 'API_TIMEOUT' },
  ...Object.fromEntries(
    [408, 409, 500, 502, 503, 504].map((status) => [
      `status ${status}`,
      { reply: { status }, code: 'API_UNAVAILABLE' },
    ]),
  ),
};

describe.each(Object.entries(calls))('%s', (_name, { run, good, repeatable }) => {
  test.each(Object.entries(faults))(
    `after %s is ${repeatable ? '' : 'not '}repeated`,
    async (_fault, { reply, code }) => {
      if (code === 'API_TIMEOUT') vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const { whereby, seen } = await clientOf([reply, good], { timeout: 150 });
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
        expect(seen).toHaveLength(1);
      }
    },
  );

  test('is repeated where the budget was spent', async () => {
    const { whereby, seen } = await clientOf([{ status: 429 }, { status: 429 }, good]);
    await run(whereby);
    expect(seen).toHaveLength(3);
    expect(seen[2]).toMatchObject({ method: seen[0]!.method, url: seen[0]!.url, body: seen[0]!.body });
  });

  test('is repeated where nothing was sent, and says what was wrong in the end', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const clock = fakeClock();
    const error = await rejection(run(createWhereby({ apiKey, baseUrl: `http://127.0.0.1:${port}`, clock })));
    expect(error).toMatchObject({
      code: 'API_UNREACHABLE',
      status: null,
      cause: { message: expect.stringContaining('ECONNREFUSED') },
    });
    expect((error as Error).message).toMatch(/ECONNREFUSED.* after 3 attempts/);
    expect((error as Error).message).not.toContain('may have been made');
    expect(clock.sleeps).toHaveLength(2);
  });

  test.each([400, 401, 403, 413, 422])('is not repeated after status %i', async (status) => {
    const { whereby, seen } = await clientOf([{ status }, good]);
    await expect(run(whereby)).rejects.toMatchObject({ status });
    expect(seen).toHaveLength(1);
  });

  test('is not repeated where repeats are switched off', async () => {
    const { whereby, seen } = await clientOf([{ status: 429 }, good], { maxRetries: 0 });
    await expect(run(whereby)).rejects.toMatchObject({ code: 'API_RATE_LIMITED' });
    expect(seen).toHaveLength(1);
  });
});

describe('waiting', () => {
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

  test.each(Object.entries(forms))('honours %s', async (_form, { reply, wait }) => {
    const { whereby, clock } = await clientOf([{ status: 429, ...reply }, { json: meeting }]);
    await whereby.meetings.get('1');
    expect(clock.sleeps).toEqual([wait]);
  });

  test('is right though the clock of this machine is an hour off', async () => {
    const skewed = fakeClock(now + 3_600_000);
    const { whereby } = await clientOf(
      [{ status: 429, headers: { 'x-ratelimit-reset': after(20).toISOString(), date } }, { json: meeting }],
      { clock: skewed },
    );
    await whereby.meetings.get('1');
    expect(skewed.sleeps).toEqual([20_000]);
  });

  test('doubles from half a second to eight where the API does not say', async () => {
    const clock = { ...fakeClock(), random: () => 0.999999 };
    const { whereby } = await clientOf([{ status: 500 }], { clock, maxRetries: 7 });
    await rejection(whereby.meetings.get('1'));
    expect(clock.sleeps.map(Math.round)).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  });

  test('is spread by chance', async () => {
    const waits = await Promise.all(
      [0, 0.5].map(async (chance) => {
        const clock = { ...fakeClock(), random: () => chance };
        const { whereby } = await clientOf(
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

  test('gets through a budget that is spent for a minute', async () => {
    const { whereby, clock } = await clientOf([
      { status: 429, json: { error: 'Rate limit active for throttle key: organization:1', data: { msLeft: 59_000 } } },
      { json: meeting },
    ]);
    expect(await whereby.meetings.get('1')).toEqual(meeting);
    expect(clock.sleeps).toEqual([59_000]);
  });

  test('gives up at once where the wait would pass the deadline, and says when to come back', async () => {
    const { whereby, clock, seen } = await clientOf([{ status: 429, headers: { 'retry-after': '30' } }], {
      deadline: 10_000,
    });
    await expect(whereby.meetings.create({ endDate })).rejects.toMatchObject({
      code: 'API_RATE_LIMITED',
      retryAfter: 30_000,
    });
    expect(clock.sleeps).toEqual([]);
    expect(seen).toHaveLength(1);
  });

  test('of a call wins over that of the client', async () => {
    const { whereby, seen } = await clientOf([{ status: 500 }], { maxRetries: 5 });
    await rejection(whereby.meetings.get('1', {}, { maxRetries: 1 }));
    expect(seen).toHaveLength(2);
  });
});

describe('stopping', () => {
  test('before the call sends nothing', async () => {
    const { whereby, seen } = await clientOf([{ json: meeting }]);
    const reason = new Error('changed my mind');
    expect(await rejection(whereby.meetings.get('1', {}, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(seen).toHaveLength(0);
  });

  test('while the API is silent ends the call and its connection', async () => {
    const controller = new AbortController();
    let closed = (): void => undefined;
    const closing = new Promise<void>((resolve) => (closed = resolve));
    const { whereby } = await clientOf([
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

  test('while it waits to repeat ends the wait', async () => {
    const controller = new AbortController();
    const clock: Clock = {
      ...realClock,
      sleep(milliseconds, signal) {
        const sleeping = realClock.sleep(milliseconds, signal);
        controller.abort();
        return sleeping;
      },
    };
    const { whereby, seen } = await clientOf([{ status: 429, headers: { 'retry-after': '50' } }], { clock });
    await expect(whereby.meetings.get('1', {}, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(seen).toHaveLength(1);
  });

  test('works with a fetch that does not heed signals', async () => {
    const whereby = createWhereby({ apiKey, fetch: () => new Promise(() => undefined), timeout: 20, maxRetries: 0 });
    await expect(whereby.meetings.get('1')).rejects.toMatchObject({ code: 'API_TIMEOUT' });
    await expect(
      whereby.meetings.get('1', {}, { signal: AbortSignal.timeout(20), timeout: 10_000 }),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('leaves no listener on a signal that lives on', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => (listeners++, add(...args));
    signal.removeEventListener = (...args: Parameters<typeof remove>) => (listeners--, remove(...args));
    const { whereby } = await clientOf([{ status: 429, headers: { 'retry-after': '0' } }, { json: meeting }], {
      clock: undefined,
    });
    await whereby.meetings.get('1', {}, { signal });
    expect(listeners).toBe(0);
  });
});

describe('whether anything was sent', () => {
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

  test.each(Object.entries(errors))('is told from %s', async (_what, { error, sent }) => {
    let asked = 0;
    const fetch = () =>
      asked++ === 0 ? Promise.reject(error) : Promise.resolve(Response.json(meeting, { status: 201 }));
    const making = createWhereby({ apiKey, clock: fakeClock(), fetch }).meetings.create({ endDate });
    if (sent) await expect(making).rejects.toMatchObject({ code: 'API_UNREACHABLE' });
    else expect(await making).toEqual(meeting);
    expect(asked).toBe(sent ? 1 : 2);
  });
});
