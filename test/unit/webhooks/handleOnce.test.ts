import { afterEach, describe, expect, test, vi } from 'vitest';
import { createWebhookHandler, memoryStore, signWebhook } from 'react-whereby-embed/server';
import type { WebhookHandlerOptions, WebhookStore, WherebyError } from 'react-whereby-embed/server';
import { createGate } from '../../support/createGate.js';
import { secret } from './support/vectors.js';

const event = {
  id: 'event-1',
  apiVersion: '1.0',
  createdAt: '2025-05-06T10:00:00.000Z',
  type: 'room.session.started',
  data: { meetingId: '1', roomName: '/r', roomSessionId: 's', subdomain: 'acme', displayName: 'Grace Example' },
};

const buildRequest = async () => {
  const body = JSON.stringify(event);
  const headers = { 'content-type': 'application/json', 'whereby-signature': await signWebhook({ body, secret }) };
  return new Request('https://app.example/hooks', { method: 'POST', body, headers });
};

function createTestHandler(options: Partial<WebhookHandlerOptions> = {}) {
  const errors: WherebyError[] = [];
  const handler = createWebhookHandler({
    secret,
    onError: (error) => void errors.push(error as WherebyError),
    ...options,
  });
  const send = async () => (await handler(await buildRequest())).status;
  return { handler, send, errors };
}

const throwOnce = () => vi.fn().mockImplementationOnce(() => Promise.reject(new Error('for once')));

afterEach(() => void vi.useRealTimers());

describe('each function for an event', () => {
  test.each([1, 3])('runs until it succeeds, and not again while onAny fails %d times', async (times) => {
    const own = vi.fn();
    const any = vi.fn();
    for (let i = 0; i < times; i++) any.mockRejectedValueOnce(new Error('the audit log is away'));
    const { send } = createTestHandler({ on: { 'room.session.started': own }, onAny: any });
    for (let i = 0; i < times; i++) expect(await send()).toBe(500);
    expect(await send()).toBe(200);
    expect(await send()).toBe(200);
    expect([own.mock.calls.length, any.mock.calls.length]).toEqual([1, times + 1]);
  });

  test('runs although another one fails', async () => {
    const own = throwOnce();
    const any = vi.fn();
    const { send } = createTestHandler({ on: { 'room.session.started': own }, onAny: any });
    expect([await send(), await send()]).toEqual([500, 200]);
    expect([own.mock.calls.length, any.mock.calls.length]).toEqual([2, 1]);
  });

  test('has its failure reported also if both fail', async () => {
    const failing = async () => Promise.reject(new Error('away'));
    const { send, errors } = createTestHandler({ on: { 'room.session.started': failing }, onAny: failing });
    expect(await send()).toBe(500);
    expect(errors[0]).toMatchObject({
      code: 'WEBHOOK_HANDLER_FAILED',
      message: expect.stringContaining('room.session.started') as string,
      cause: { message: 'Two functions failed.', errors: [{ message: 'away' }, { message: 'away' }] },
    });
  });

  test('runs once although it takes longer than the lease, of which the store knows nothing in between', async () => {
    const gate = createGate();
    const own = vi.fn(() => gate.opened);
    const store = { ...memoryStore({ lease: 1, now: () => Infinity }), renew: undefined };
    const { send } = createTestHandler({ store, onAny: own, answerWithin: 50 });
    expect([await send(), await send()]).toEqual([503, 503]);
    gate.open();
    await expect.poll(send).toBe(200);
    expect(own).toHaveBeenCalledOnce();
  });

  test('has its lease renewed while it runs, also after a renewal failed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const gate = createGate();
    const store = memoryStore({ lease: 3000 });
    const renew = vi.fn(store.renew).mockRejectedValueOnce(new Error('away'));
    const { handler, send } = createTestHandler({ store: { ...store, renew }, onAny: () => gate.opened });
    const sent = send();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await sent).toBe(503);
    expect(renew.mock.calls.length).toBeGreaterThanOrEqual(59);
    expect((await store.claim('event-1')).state).toBe('busy');
    gate.open();
    await handler.drain();
    const { length } = renew.mock.calls;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(renew).toHaveBeenCalledTimes(length);
  });
});

describe('handlers that share a store', () => {
  test('each handle every event under a name of their own, also a long one', async () => {
    const store = memoryStore();
    const ran: string[] = [];
    const names = ['attendance', 'billing', 'x'.repeat(40)];
    const handlers = names.map((name) => createTestHandler({ name, store, onAny: () => void ran.push(name) }));
    for (const { send } of [...handlers, ...handlers]) expect(await send()).toBe(200);
    expect(ran).toEqual(names);
    expect(await store.eventsOf('1')).toEqual([event]);
  });

  test('without names are told to have some, instead of taking events from each other', async () => {
    const store = memoryStore();
    const [first, second] = [createTestHandler({ store }), createTestHandler({ store })];
    expect([await first.send(), await second.send(), await first.send()]).toEqual([200, 500, 200]);
    expect(second.errors).toMatchObject([{ code: 'WEBHOOK_NAME_MISSING' }]);
  });

  test('one after the other, as handlers that are made in each request, handle an event once', async () => {
    const store = memoryStore();
    const onAny = vi.fn();
    for (let i = 0; i < 3; i++) expect(await createTestHandler({ store, onAny }).send()).toBe(200);
    expect(onAny).toHaveBeenCalledOnce();
  });

  test.each(['', 'a b', 'a/b', 'x'.repeat(41)])('cannot be called %j', (name) => {
    expect(() => createTestHandler({ name })).toThrow(/`name` must be/);
  });
});

describe('handleAbandoned', () => {
  test('runs the functions that failed once more, and those of no other handler', async () => {
    const store = memoryStore();
    const [attendance, billing] = [throwOnce(), throwOnce()];
    const first = createTestHandler({ name: 'attendance', store, onAny: attendance });
    const second = createTestHandler({ name: 'billing', store, onAny: billing });
    expect([await first.send(), await second.send()]).toEqual([500, 500]);
    expect(await first.handler.handleAbandoned()).toBe(1);
    expect([attendance.mock.calls.length, billing.mock.calls.length]).toEqual([2, 1]);
    expect(attendance).toHaveBeenLastCalledWith(event);
    expect([await first.handler.handleAbandoned(), await first.send()]).toEqual([0, 200]);
    expect(first.errors).toMatchObject([{ code: 'WEBHOOK_HANDLER_FAILED' }]);
  });

  test('runs only the function that failed', async () => {
    const own = vi.fn();
    const any = throwOnce();
    const { handler, send } = createTestHandler({ on: { 'room.session.started': own }, onAny: any });
    await send();
    expect(await handler.handleAbandoned()).toBe(1);
    expect([own.mock.calls.length, any.mock.calls.length]).toEqual([1, 2]);
  });

  test('leaves alone what runs in this process, and reports what fails again', async () => {
    const store = memoryStore({ lease: 1, now: () => Infinity });
    const gate = createGate();
    const onAny = vi.fn(async () => {
      await gate.opened;
      throw new Error('away');
    });
    const { handler, send, errors } = createTestHandler({ store, onAny, answerWithin: 20 });
    expect(await send()).toBe(503);
    expect(await handler.handleAbandoned()).toBe(0);
    expect(onAny).toHaveBeenCalledOnce();
    gate.open();
    await handler.drain();
    expect(await handler.handleAbandoned()).toBe(0);
    expect(errors.at(-1)).toMatchObject({ code: 'WEBHOOK_HANDLER_FAILED' });
  });

  test('waits from the third failure in a row on, twice as long each time and at most an hour, until it succeeds', async () => {
    let now = 0;
    const store = memoryStore({ now: () => now });
    const onAny = vi.fn(() => Promise.reject(new Error('away')));
    const { handler, send } = createTestHandler({ store, onAny });
    await send();
    const countRuns = async () => {
      onAny.mockClear();
      for (let i = 0; i < 4; i++) await handler.handleAbandoned();
      return onAny.mock.calls.length;
    };
    expect(await countRuns()).toBe(3);
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60, 60]) {
      now += minutes * 60_000 - 1;
      expect(await countRuns()).toBe(0);
      now += 1;
      expect(await countRuns()).toBe(1);
    }
    now += 3_600_000;
    onAny.mockResolvedValueOnce(undefined as never);
    expect(await handler.handleAbandoned()).toBe(1);
    expect(await send()).toBe(200);
  });

  test.each<[string, WebhookStore['abandoned']]>([
    ['rejects', () => Promise.reject(new Error('away'))],
    [
      'throws',
      () => {
        throw new Error('away');
      },
    ],
    ['is missing', undefined],
  ])('reports a method of the store that %s', async (_, abandoned) => {
    const { handler, errors } = createTestHandler({ store: { ...memoryStore(), abandoned } });
    expect(await handler.handleAbandoned()).toBe(0);
    expect(errors).toHaveLength(1);
  });
});

describe('drain', () => {
  test('resolves once the functions that went on after the response are done', async () => {
    const gate = createGate();
    const { handler, send } = createTestHandler({ onAny: () => gate.opened, answerWithin: 20 });
    expect(await send()).toBe(503);
    const drained = vi.fn();
    const draining = handler.drain().then(drained);
    await new Promise((resolve) => setImmediate(resolve));
    expect(drained).not.toHaveBeenCalled();
    gate.open();
    await draining;
    expect(await send()).toBe(200);
    await handler.drain();
  });
});

describe('a store of one’s own', () => {
  test('may return its results at once', async () => {
    const done = new Set<string>();
    const onAny = vi.fn();
    const store: WebhookStore = {
      claim: (key) => (done.has(key) ? { state: 'done' } : { state: 'won', token: 't' }),
      complete: (key) => void done.add(key),
      release: () => undefined,
      eventsOf: () => [],
    };
    const { send } = createTestHandler({ store, onAny });
    expect([await send(), await send()]).toEqual([200, 200]);
    expect(onAny).toHaveBeenCalledOnce();
  });

  test('that returns no claim is refused with what to return', async () => {
    const { send, errors } = createTestHandler({ store: { ...memoryStore(), claim: (() => 1) as never } });
    expect(await send()).toBe(503);
    expect((errors[0]?.cause as Error).message).toMatch(/`claim` of the `store` must return/);
  });

  test('that cannot record an event twice in a row has it recorded the third time', async () => {
    const store = memoryStore();
    const complete = vi
      .fn(store.complete)
      .mockRejectedValueOnce(new Error('away'))
      .mockRejectedValueOnce(new Error('away'));
    const onAny = vi.fn();
    const { send } = createTestHandler({ store: { ...store, complete }, onAny });
    expect([await send(), await send()]).toEqual([200, 200]);
    expect([complete.mock.calls.length, onAny.mock.calls.length]).toEqual([3, 1]);
  });

  test('that fails at the second claim of an event has the first one back', async () => {
    const store = memoryStore();
    const claim = vi.fn(store.claim).mockImplementationOnce(store.claim).mockRejectedValueOnce(new Error('away'));
    const own = vi.fn();
    const { send } = createTestHandler({
      store: { ...store, claim },
      on: { 'room.session.started': own },
      onAny: vi.fn(),
      answerWithin: 1000,
    });
    expect(await send()).toBe(503);
    expect(own).not.toHaveBeenCalled();
    expect(await send()).toBe(200);
    expect(own).toHaveBeenCalledOnce();
  });

  test.each([
    ['claim', 'could not claim an event'],
    ['complete', 'could not record a handled event'],
    ['abandoned', 'could not list abandoned events'],
  ] as const)('whose %s fails is said by what it could not do', async (method, what) => {
    const fail = () => Promise.reject(new Error('away'));
    const { handler, send, errors } = createTestHandler({
      store: { ...memoryStore(), [method]: fail },
      onAny: vi.fn(),
    });
    await send();
    await handler.handleAbandoned();
    expect(errors[0]).toMatchObject({
      code: 'WEBHOOK_STORE_FAILED',
      message: expect.stringContaining(what) as string,
      cause: { message: 'away' },
    });
  });

  test('without abandoned events is named by handleAbandoned, which rejects nothing', async () => {
    const { handler, errors } = createTestHandler({
      store: { ...memoryStore(), abandoned: undefined },
      onAny: vi.fn(),
    });
    expect(await handler.handleAbandoned()).toBe(0);
    expect(errors).toMatchObject([
      {
        code: 'WEBHOOK_OPTIONS_INVALID',
        message: expect.stringContaining('`handleAbandoned` needs a `store` with the method `abandoned`') as string,
      },
    ]);
  });

  const failures = {
    throws: (error: Error) => () => {
      throw error;
    },
    rejects: (error: Error) => () => Promise.reject(error),
  };
  for (const method of ['claim', 'complete', 'release', 'renew'] as const)
    for (const [how, fail] of Object.entries(failures))
      test(`whose ${method} ${how} leads to a response and to no personal data in errors`, async () => {
        const driverError = Object.assign(new Error(`OOM: SET '${event.data.displayName}' ${event.data.displayName}`), {
          code: 'OOM',
          command: { name: 'SET', args: [JSON.stringify(event)] },
        });
        const onAny = method === 'release' ? throwOnce() : vi.fn();
        const { send, errors } = createTestHandler({ store: { ...memoryStore(), [method]: fail(driverError) }, onAny });
        expect(await send()).toBe({ claim: 503, complete: 503, release: 500, renew: 200 }[method]);
        const { inspect } = await import('node:util');
        expect(inspect(errors, { depth: 12, showHidden: true })).not.toContain('Grace');
        if (method === 'claim') expect(errors[0]?.cause).toMatchObject({ code: 'OOM', message: /^OOM: SET/ });
      });
});

describe('the error of a function that failed', () => {
  test('has the cause as it was thrown, if that says nothing of the event', async () => {
    class AwayError extends Error {}
    const cause = new AwayError('the calendar is away');
    const { send, errors } = createTestHandler({ onAny: () => Promise.reject(cause) });
    await send();
    expect(errors[0]?.cause).toBe(cause);
  });

  test('has a copy without what the event says and without secrets otherwise, in the console too', async () => {
    const cause = Object.assign(new Error('Duplicate entry Grace Example'), {
      code: 'ER_DUP_ENTRY',
      sql: `insert into people values ('Grace Example')`,
      config: { headers: { authorization: 'Bearer hunter2' } },
    });
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { send } = createTestHandler({ onAny: () => Promise.reject(cause), onError: undefined });
    expect(await send()).toBe(500);
    const { inspect } = await import('node:util');
    const shown = inspect(log.mock.calls, { depth: 12, showHidden: true });
    log.mockRestore();
    expect(shown).not.toMatch(/Grace|hunter2/);
    expect(shown).toMatch(/ER_DUP_ENTRY/);
    expect(shown).toMatch(/Duplicate entry/);
  });
});
