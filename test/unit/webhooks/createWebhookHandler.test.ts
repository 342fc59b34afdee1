import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { createWebhookHandler, memoryStore, signWebhook, webhookEvents } from 'react-whereby-embed/server';
import type { WebhookEvent, WebhookHandlerOptions, WebhookStore, WherebyError } from 'react-whereby-embed/server';
import { createGate } from '../../support/createGate.js';
import { whileTimePasses } from '../../support/whileTimePasses.js';
import { secret } from './support/vectors.js';

const event = (about: Record<string, unknown> = {}) => ({
  id: 'event-1',
  apiVersion: '1.0',
  createdAt: new Date().toISOString(),
  type: 'room.session.started',
  data: { meetingId: '1', roomName: '/r', roomSessionId: 's', subdomain: 'acme' },
  ...about,
});

const buildRequest = async (
  value: unknown,
  init: { body?: BodyInit; headers?: Record<string, string>; method?: string } = {},
) => {
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  return new Request('https://app.example/hooks/whereby', {
    method: 'POST',
    body,
    ...init,
    headers: {
      'content-type': 'application/json',
      'whereby-signature': await signWebhook({ body, secret }),
      ...init.headers,
    },
  });
};

/** Creates a handler whose errors are kept instead of printed, and a function that sends it a request. */
function createTestHandler(options: Partial<WebhookHandlerOptions> = {}) {
  const errors: { readonly error: unknown; readonly status: number }[] = [];
  const handle = createWebhookHandler({
    secret,
    onError: (error, { status }) => errors.push({ error, status }),
    ...options,
  });
  const send = async (request: Request) => {
    const response = await handle(request);
    const body = (await response.json()) as {
      readonly result?: string;
      readonly error?: { readonly code: string; readonly message: string };
    };
    return { status: response.status, headers: response.headers, ...body, code: body.error?.code };
  };
  return { handle, send, errors };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

/** What handler and stores know of time stands still until the test moves it. */
const stopTime = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });

describe('createWebhookHandler', () => {
  test.each([undefined, '', ' ', [], ['a', '']])(
    'can be made without a secret, as builds do, and responds with 500 for a secret of %j',
    async (bad) => {
      vi.stubEnv('WHEREBY_WEBHOOK_SECRET', undefined);
      const { send, errors } = createTestHandler({ secret: bad });
      const response = await send(await buildRequest(event()));
      expect(response).toMatchObject({ status: 500, code: 'WEBHOOK_SECRET_MISSING' });
      expect(response.error?.message).toContain('WHEREBY_WEBHOOK_SECRET');
      expect(errors).toMatchObject([{ status: 500, error: { code: 'WEBHOOK_SECRET_MISSING' } }]);
    },
  );

  test('asks a function for the secrets of each request', async () => {
    let secrets: string | readonly string[] = 'earlier';
    const { send } = createTestHandler({ secret: async () => secrets });
    const sendNext = async (id: string) => (await send(await buildRequest(event({ id })))).status;
    expect(await sendNext('1')).toBe(401);
    secrets = ['earlier', secret];
    expect(await sendNext('2')).toBe(200);
    secrets = [];
    expect(await sendNext('3')).toBe(500);
  });

  test('does not take the secret of the environment if a function finds none', async () => {
    vi.stubEnv('WHEREBY_WEBHOOK_SECRET', secret);
    const { send } = createTestHandler({ secret: () => undefined });
    expect(await send(await buildRequest(event()))).toMatchObject({ status: 500, code: 'WEBHOOK_SECRET_MISSING' });
  });

  test('asks to send again if a function does not find the secret in time', async () => {
    stopTime();
    const called = createGate();
    const secret = () => {
      called.open();
      return new Promise<never>(() => undefined);
    };
    const sent = createTestHandler({ secret }).send(await buildRequest(event()));
    await called.opened;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await sent).toMatchObject({ status: 503, code: 'WEBHOOK_LATE' });
  });

  test('takes the secret from the environment by default', () => {
    vi.stubEnv('WHEREBY_WEBHOOK_SECRET', secret);
    expect(() => createWebhookHandler({})).not.toThrow();
  });

  test.each([
    [{ on: { 'room.client.join': () => undefined } }, /"room\.client\.join".*room\.client\.joined/],
    [{ answerWithin: -1 }, /answerWithin/],
    [{ maxBodyBytes: NaN }, /maxBodyBytes/],
    [{ tolerance: NaN }, /tolerance/],
  ])('throws for %j', (options, expected) => {
    const build = () => createWebhookHandler({ secret, ...(options as Partial<WebhookHandlerOptions>) });
    expect(build).toThrow(expected);
    expect(build).toThrow(expect.objectContaining({ code: 'WEBHOOK_OPTIONS_INVALID' }) as Error);
  });
});

describe('the response', () => {
  test('is 200 when an event is handled and when it is sent again, and the function runs once', async () => {
    const received: WebhookEvent[] = [];
    const { send } = createTestHandler({ on: { 'room.session.started': (one) => void received.push(one) } });
    const sent = event();
    expect(await send(await buildRequest(sent))).toMatchObject({ status: 200, result: 'handled' });
    expect(await send(await buildRequest(sent))).toMatchObject({ status: 200, result: 'duplicate' });
    expect(received).toEqual([sent]);
  });

  test.each(Object.keys(webhookEvents))('is 200 for %s without a function for it', async (type) => {
    expect(await createTestHandler().send(await buildRequest(event({ type })))).toMatchObject({ status: 200 });
  });

  test.each([
    ['a text that is not JSON', 'hello', 'WEBHOOK_BODY_INVALID'],
    ['JSON that is not an event', '{"a":1}', 'WEBHOOK_EVENT_INVALID'],
    ['JSON nested fifty thousand deep', '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000), 'WEBHOOK_EVENT_INVALID'],
    ['an id with blanks', event({ id: 'a b' }), 'WEBHOOK_EVENT_INVALID'],
    ['an id as long as a novel', event({ id: 'x'.repeat(300) }), 'WEBHOOK_EVENT_INVALID'],
  ])('is 400 for a right signature over %s', async (_, value, code) => {
    expect(await createTestHandler().send(await buildRequest(value))).toMatchObject({ status: 400, code });
  });

  test.each([
    ['no signature', undefined, 'WEBHOOK_SIGNATURE_MISSING'],
    ['an unreadable signature', 'hello', 'WEBHOOK_SIGNATURE_MALFORMED'],
    ['a signature of another scheme', 't=1,v0=aa', 'WEBHOOK_SIGNATURE_SCHEME'],
    ['a wrong signature', `t=${Math.floor(Date.now() / 1000)},v1=${'ab'.repeat(32)}`, 'WEBHOOK_SIGNATURE_MISMATCH'],
  ])('is 401 for %s', async (_, signature, code) => {
    const request = await buildRequest(event());
    if (signature === undefined) request.headers.delete('whereby-signature');
    else request.headers.set('whereby-signature', signature);
    expect(await createTestHandler().send(request)).toMatchObject({ status: 401, code });
  });

  test.each([-301, 301])('is 401 for a request signed %d seconds from now', async (seconds) => {
    const body = JSON.stringify(event());
    const timestamp = Math.floor(Date.now() / 1000) + seconds;
    const request = await buildRequest(body, {
      headers: { 'whereby-signature': await signWebhook({ body, secret, timestamp }) },
    });
    expect(await createTestHandler().send(request)).toMatchObject({ status: 401, code: 'WEBHOOK_TIMESTAMP' });
  });

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('is 405 for %s', async (method) => {
    const response = await createTestHandler().send(new Request('https://app.example/hooks', { method }));
    expect(response).toMatchObject({ status: 405, code: 'WEBHOOK_METHOD' });
    expect(response.headers.get('allow')).toBe('POST');
  });

  test.each([
    'text/plain;charset=UTF-8',
    'application/octet-stream',
    'application/json, application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'nonsense',
  ])('is decided by the signature, whatever the content type: %s', async (type) => {
    const { send } = createTestHandler();
    expect(await send(await buildRequest(event(), { headers: { 'content-type': type } }))).toMatchObject({
      status: 200,
    });
    const forged = { 'content-type': type, 'whereby-signature': `t=1,v1=${'0'.repeat(64)}` };
    expect(await send(await buildRequest(event(), { headers: forged }))).toMatchObject({ status: 401 });
  });

  test('is 200 for an event with deeply nested data, and the store keeps it unchanged', async () => {
    const store = memoryStore();
    const deep = event();
    const text = JSON.stringify(deep).replace(
      '"subdomain"',
      `"deep":${'['.repeat(2000)}${']'.repeat(2000)},"subdomain"`,
    );
    expect(await createTestHandler({ store }).send(await buildRequest(text))).toMatchObject({
      status: 200,
      result: 'handled',
    });
    expect(JSON.stringify((await store.eventsOf('1'))[0])).toBe(text);
  });

  test.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/cloudevents+json'])(
    'is 200 for %s',
    async (type) => {
      expect(
        await createTestHandler().send(await buildRequest(event(), { headers: { 'content-type': type } })),
      ).toMatchObject({
        status: 200,
      });
    },
  );

  test('is 413 for 10 MB, announced or not, and the body is not read to its end', async () => {
    const announced = await buildRequest(event(), { headers: { 'content-length': '10000000' } });
    expect(await createTestHandler().send(announced)).toMatchObject({ status: 413, code: 'WEBHOOK_BODY_TOO_LARGE' });

    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled++;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const request = new Request('https://app.example/', {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit);
    const { send, errors } = createTestHandler({ maxBodyBytes: 1_000_000 });
    expect(await send(request)).toMatchObject({ status: 413 });
    expect(errors).toMatchObject([{ error: { message: expect.stringMatching(/1[,.]?000[,.]?000/) as string } }]);
    expect(pulled).toBeLessThan(30);
  });

  test('is 408 for a body that does not arrive', async () => {
    const request = new Request('https://app.example/', {
      method: 'POST',
      body: new ReadableStream(),
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit);
    const { send, errors } = createTestHandler({ answerWithin: 20 });
    expect(await send(request)).toMatchObject({ status: 408, code: 'WEBHOOK_BODY_SLOW' });
    expect(errors).toMatchObject([{ error: { message: expect.stringContaining('20 ms') as string } }]);
  });

  test('is 400 for a request that breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    const request = new Request('https://app.example/', { method: 'POST', body, duplex: 'half' } as RequestInit);
    const { send, errors } = createTestHandler();
    expect(await send(request)).toMatchObject({ status: 400, code: 'WEBHOOK_BODY_INVALID' });
    const message = expect.stringContaining('ended before it was complete') as string;
    expect(errors).toMatchObject([{ error: { message, cause: { message: 'reset' } } }]);
  });

  test('is 500 if an option of the app fails, and does not speak of the connection', async () => {
    const { send, errors } = createTestHandler({
      now: () => {
        throw new Error('no clock');
      },
    });
    expect(await send(await buildRequest(event()))).toMatchObject({ status: 500, code: 'WEBHOOK_FAILED' });
    expect(errors).toMatchObject([{ error: { code: 'WEBHOOK_FAILED', cause: { message: 'no clock' } } }]);
  });

  test('is 500 with the reason if a body parser has read the body', async () => {
    const used = await buildRequest(event());
    await used.text();
    expect(await createTestHandler().send(used)).toMatchObject({ status: 500, code: 'WEBHOOK_BODY_PARSED' });
    const emptied = await buildRequest('', { headers: { 'content-length': '250' } });
    const response = await createTestHandler().send(emptied);
    expect(response).toMatchObject({ status: 500, code: 'WEBHOOK_BODY_PARSED' });
    expect(response.error?.message).toMatch(/express\.raw/);
  });

  test('is 200 for GET .../health with `health: true`, otherwise 405', async () => {
    const request = () => new Request('https://app.example/hooks/health');
    expect(await createTestHandler({ health: true }).send(request())).toMatchObject({ status: 200, result: 'healthy' });
    expect(await createTestHandler().send(request())).toMatchObject({ status: 405 });
  });
});

describe('the functions for an event', () => {
  test('are typed by the type of their event', () => {
    createWebhookHandler({
      secret,
      on: {
        'room.client.joined': ({ type, data }) => {
          expectTypeOf(type).toEqualTypeOf<'room.client.joined'>();
          expectTypeOf(data.displayName).toEqualTypeOf<string>();
          expectTypeOf(data.meetingId).toEqualTypeOf<string | null | undefined>();
          // @ts-expect-error An event of presence has no file.
          return void data.filename;
        },
      },
    });
    // @ts-expect-error There is no such type.
    expect(() => createWebhookHandler({ secret, on: { 'room.client.jumped': () => undefined } })).toThrow();
  });

  test('include onAny for every event, and onUnknown with the reason for newer types and data in another shape', async () => {
    const any: string[] = [];
    const unknown: [string, string][] = [];
    const on = vi.fn();
    const { send } = createTestHandler({
      on: { 'room.client.joined': on },
      onAny: ({ id }) => void any.push(id),
      onUnknown: ({ id }, problem) => void unknown.push([id, problem]),
    });
    await send(await buildRequest(event({ id: 'new', type: 'room.moved' })));
    await send(await buildRequest(event({ id: 'odd', type: 'room.client.joined', data: { roomName: 5 } })));
    await send(await buildRequest(event({ id: 'proto', type: '__proto__' })));
    await send(await buildRequest(event({ id: 'fine', data: { roomName: '/r', new: true } })));
    expect(any).toEqual(['new', 'odd', 'proto', 'fine']);
    expect(unknown.map(([id]) => id)).toEqual(['new', 'odd', 'proto']);
    expect(unknown[1]![1]).toMatch(/data\.roomName/);
    expect(on).not.toHaveBeenCalled();
  });

  test('run again on the retry after one failed, and the response to the failure keeps its text back', async () => {
    let fails = true;
    const { send, errors } = createTestHandler({
      onAny: () => {
        if (fails) throw new Error('password=hunter2');
      },
    });
    const sent = event();
    const response = await send(await buildRequest(sent));
    expect(response).toMatchObject({ status: 500, code: 'WEBHOOK_HANDLER_FAILED' });
    expect(JSON.stringify(response)).not.toContain('hunter2');
    expect((errors[0]?.error as WherebyError).cause).toMatchObject({ message: 'password=hunter2' });
    fails = false;
    expect(await send(await buildRequest(sent))).toMatchObject({ status: 200, result: 'handled' });
  });

  test('run once for an event that arrives ten times at once', async () => {
    stopTime();
    let running = 0;
    const { send } = createTestHandler({
      onAny: async () => {
        running++;
        await new Promise((resolve) => setTimeout(resolve, 30));
      },
    });
    const sent = event();
    const responses = await whileTimePasses(
      Promise.all(Array.from({ length: 10 }, async () => send(await buildRequest(sent)))),
    );
    expect(running).toBe(1);
    expect(responses.map(({ status }) => status)).toEqual(Array(10).fill(200));
  });
});

describe('functions that take long', () => {
  beforeEach(() => void stopTime());

  const createSlowFunction = () => {
    let finish: (error?: Error) => void = () => undefined;
    const work = new Promise<void>((resolve, reject) => {
      finish = (error) => (error ? reject(error) : resolve());
    });
    return { onAny: () => work, finish: (error?: Error) => finish(error) };
  };

  test('lead to a 503 in time, go on, and are found done by the retry', async () => {
    const { finish, ...options } = createSlowFunction();
    const kept: Promise<unknown>[] = [];
    const { send } = createTestHandler({ ...options, waitUntil: (work) => kept.push(work) });
    const sent = event();
    const response = await whileTimePasses(send(await buildRequest(sent)));
    expect(response).toMatchObject({ status: 503, code: 'WEBHOOK_LATE' });
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await whileTimePasses(send(await buildRequest(sent)))).toMatchObject({ status: 503 });
    finish();
    await Promise.all(kept);
    expect(await send(await buildRequest(sent))).toMatchObject({ status: 200, result: 'duplicate' });
  });

  class Context {
    readonly #kept: Promise<unknown>[] = [];
    waitUntil(work: Promise<unknown>) {
      this.#kept.push(work);
    }
    get kept() {
      return this.#kept;
    }
  }

  test.each([
    ['second, as Next.js and Hono have it', (context: Context) => [context]],
    ['third, after the environment of a worker', (context: Context) => [{ SECRET: 's' }, context]],
  ])('are kept alive by the context that is passed %s', async (_where, pass) => {
    const { finish, ...options } = createSlowFunction();
    const { handle } = createTestHandler(options);
    const context = new Context();
    const response = await whileTimePasses(handle(await buildRequest(event()), ...pass(context)));
    expect([response.status, context.kept.length]).toEqual([503, 1]);
    finish();
    await Promise.all(context.kept);
  });

  test('and an onError that takes long are kept alive, also for a refusal', async () => {
    const context = new Context();
    const reported = vi.fn();
    const { handle } = createTestHandler({ onError: async () => Promise.resolve().then(reported) });
    const refused = new Request('https://app.example/hooks', { method: 'POST', body: '{}' });
    expect((await handle(refused, context)).status).toBe(401);
    expect(context.kept).toHaveLength(1);
    await Promise.all(context.kept);
    expect(reported).toHaveBeenCalledOnce();
  });

  test.each([
    ['taken off its context', new Context().waitUntil],
    [
      'outside a request',
      () => {
        throw new Error('no active request');
      },
    ],
    ['that rejects', () => Promise.reject(new Error('no active request'))],
  ])('have the same response if waitUntil is one %s, which is reported', async (_what, waitUntil) => {
    for (const [late, status] of [
      ['retry', 503],
      ['accept', 202],
    ] as const) {
      const { finish, ...options } = createSlowFunction();
      const { send, errors } = createTestHandler({ ...options, late, waitUntil, store: memoryStore() });
      const sent = event();
      expect(await whileTimePasses(send(await buildRequest(sent)))).toMatchObject({ status });
      expect(errors.map(({ error }) => error)).toContainEqual(expect.objectContaining({ code: 'WEBHOOK_WAIT_UNTIL' }));
      finish();
      await vi.advanceTimersByTimeAsync(0);
      expect(await send(await buildRequest(sent))).toMatchObject({ status: 200, result: 'duplicate' });
    }
  });

  test('lead to a response 4 seconds after the request arrived by default', async () => {
    const { handle } = createTestHandler({ onAny: () => new Promise(() => undefined) });
    let status: number | undefined;
    void handle(await buildRequest(event())).then((response) => (status = response.status));
    await vi.advanceTimersByTimeAsync(3999);
    expect(status).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(status).toBe(503);
  });

  test('have only the time that a slow body left', async () => {
    const text = JSON.stringify(event());
    const headers = (await buildRequest(text)).headers;
    const body = new ReadableStream({
      start: (controller) =>
        void setTimeout(() => {
          controller.enqueue(new TextEncoder().encode(text));
          controller.close();
        }, 3000),
    });
    const started = vi.fn(() => new Promise<void>(() => undefined));
    const { handle } = createTestHandler({ onAny: started });
    let status: number | undefined;
    const request = new Request('https://app.example/', {
      method: 'POST',
      body,
      headers,
      duplex: 'half',
    } as RequestInit);
    void handle(request).then((response) => (status = response.status));
    await vi.advanceTimersByTimeAsync(3999);
    expect(started).toHaveBeenCalledOnce();
    expect(status).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(status).toBe(503);
  });

  test('lead to a 202 with `late: accept`, and onError receives their failure', async () => {
    const { finish, ...options } = createSlowFunction();
    const kept: Promise<unknown>[] = [];
    const { send, errors } = createTestHandler({ ...options, late: 'accept', waitUntil: (work) => kept.push(work) });
    expect(await whileTimePasses(send(await buildRequest(event())))).toMatchObject({ status: 202, result: 'accepted' });
    finish(new Error('afterwards'));
    await Promise.all(kept);
    expect(errors).toMatchObject([{ status: 500, error: { code: 'WEBHOOK_HANDLER_FAILED' } }]);
  });
});

describe('a store', () => {
  beforeEach(() => void stopTime());

  const never = () => new Promise<never>(() => undefined);
  const failing = async () => {
    throw new Error('connection refused: postgres://user:hunter2@db');
  };

  test.each([
    ['throws', failing],
    ['hangs', never],
  ])('that %s when asked for a claim leads to a 503, also with `late: accept`', async (_, claim) => {
    for (const late of ['retry', 'accept'] as const) {
      const ran = vi.fn();
      const { send } = createTestHandler({ store: { ...memoryStore(), claim }, late, onAny: ran });
      const response = await whileTimePasses(send(await buildRequest(event())));
      expect(response.status).toBe(503);
      expect(JSON.stringify(response)).not.toContain('hunter2');
      expect(ran).not.toHaveBeenCalled();
    }
  });

  test.each(['complete', 'release'] as const)('that hangs at `%s` leads to a response in time', async (verb) => {
    const ran = vi.fn(() => {
      if (verb === 'release') throw new Error('for once');
    });
    const { send } = createTestHandler({ store: { ...memoryStore(), [verb]: never }, onAny: ran });
    expect(await whileTimePasses(send(await buildRequest(event())))).toMatchObject({
      status: 503,
      code: 'WEBHOOK_LATE',
    });
    expect(ran).toHaveBeenCalledOnce();
  });

  test('that hangs at a claim and recovers during the retry runs the function once', async () => {
    const store = memoryStore();
    let comeBack: () => void = () => undefined;
    const back = new Promise<void>((resolve) => (comeBack = resolve));
    const ran = vi.fn();
    const claim: WebhookStore['claim'] = async (id) => {
      await back;
      return store.claim(id);
    };
    const { send } = createTestHandler({ store: { ...store, claim }, onAny: ran });
    const sent = event();
    expect(await whileTimePasses(send(await buildRequest(sent)))).toMatchObject({ status: 503, code: 'WEBHOOK_LATE' });
    comeBack();
    expect((await whileTimePasses(send(await buildRequest(sent)))).status).toBe(200);
    expect((await send(await buildRequest(sent))).result).toBe('duplicate');
    expect(ran).toHaveBeenCalledOnce();
  });

  test('that recovers handles the retry', async () => {
    const store = memoryStore();
    let up = false;
    const claim: WebhookStore['claim'] = (id) => (up ? store.claim(id) : failing());
    const { send } = createTestHandler({ store: { ...store, claim } });
    const sent = event();
    expect(await send(await buildRequest(sent))).toMatchObject({ status: 503, code: 'WEBHOOK_STORE_FAILED' });
    up = true;
    expect(await send(await buildRequest(sent))).toMatchObject({ status: 200, result: 'handled' });
  });

  test('that cannot record a handled event does not make its function run twice', async () => {
    const store = memoryStore();
    let up = false;
    const ran = vi.fn();
    const complete: WebhookStore['complete'] = (id, one) => (up ? store.complete(id, one) : failing());
    const { send } = createTestHandler({ store: { ...store, complete }, onAny: ran });
    const sent = event();
    expect(await whileTimePasses(send(await buildRequest(sent)))).toMatchObject({
      status: 503,
      code: 'WEBHOOK_STORE_FAILED',
    });
    up = true;
    expect(await send(await buildRequest(sent))).toMatchObject({ status: 200, result: 'duplicate' });
    expect(ran).toHaveBeenCalledTimes(1);
    expect(await store.eventsOf('1')).toHaveLength(1);
  });

  test('whose lease runs out gives the event to a request that waits', async () => {
    const store = memoryStore({ lease: 150 });
    await store.claim('event-1');
    const { send } = createTestHandler({ store });
    expect(await whileTimePasses(send(await buildRequest(event())))).toMatchObject({ status: 200, result: 'handled' });
  });

  test('keeps the events of a meeting', async () => {
    const store = memoryStore();
    const { send } = createTestHandler({ store });
    const sent = event();
    await send(await buildRequest(sent));
    expect(await store.eventsOf('1')).toEqual([sent]);
  });

  test('in memory drops the oldest event above `maxEvents`', async () => {
    const store = memoryStore({ maxEvents: 2 });
    for (const id of ['a', 'b', 'c']) await store.complete(id, event({ id }) as never);
    expect((await store.eventsOf('1')).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});

test('no response contains the secret or the expected signature', async () => {
  const body = JSON.stringify(event());
  const expected = (await signWebhook({ body, secret })).split('v1=')[1]!;
  for (const signature of [
    '',
    'x',
    't=1,v1=',
    `t=1,v1=${'0'.repeat(64)}`,
    `t=${Math.floor(Date.now() / 1000)},v1=00`,
  ]) {
    const response = await createTestHandler().handle(
      await buildRequest(body, { headers: { 'whereby-signature': signature } }),
    );
    const all = (await response.text()) + JSON.stringify([...response.headers]);
    expect(all).not.toContain(secret);
    expect(all).not.toContain(expected);
  }
});

test('an onError that throws does not change the response', async () => {
  const complaint = vi.spyOn(console, 'error').mockReturnValue();
  const handle = createWebhookHandler({
    secret,
    onError: () => {
      throw new Error('the logger is down');
    },
  });
  expect((await handle(new Request('https://app.example/'))).status).toBe(405);
  expect(complaint).toHaveBeenCalledOnce();
  complaint.mockRestore();
});
