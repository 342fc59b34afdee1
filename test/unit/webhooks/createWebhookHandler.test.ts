import { afterEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { createWebhookHandler, memoryStore, signWebhook, webhookEvents } from 'react-whereby-embed/server';
import type { WebhookEvent, WebhookHandlerOptions, WebhookStore, WherebyError } from 'react-whereby-embed/server';
import { secret } from './support/vectors.js';

const event = (about: Record<string, unknown> = {}) => ({
  id: 'event-1',
  apiVersion: '1.0',
  createdAt: new Date().toISOString(),
  type: 'room.session.started',
  data: { meetingId: '1', roomName: '/r', roomSessionId: 's', subdomain: 'acme' },
  ...about,
});

const post = async (
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

/** A handler whose errors are kept rather than printed. */
function handler(options: Partial<WebhookHandlerOptions> = {}) {
  const errors: { readonly error: unknown; readonly status: number }[] = [];
  const handle = createWebhookHandler({
    secret,
    onError: (error, { status }) => errors.push({ error, status }),
    ...options,
  });
  const ask = async (request: Request) => {
    const response = await handle(request);
    const answer = (await response.json()) as {
      readonly result?: string;
      readonly error?: { readonly code: string; readonly message: string };
    };
    return { status: response.status, headers: response.headers, ...answer, code: answer.error?.code };
  };
  return { handle, ask, errors };
}

afterEach(() => vi.unstubAllEnvs());

describe('construction', () => {
  test.each([undefined, '', ' ', [], ['a', '']])('fails with a secret of %j', (bad) => {
    vi.stubEnv('WHEREBY_WEBHOOK_SECRET', undefined);
    expect(() => createWebhookHandler({ secret: bad })).toThrow(
      expect.objectContaining({ code: 'WEBHOOK_SECRET_MISSING' }) as Error,
    );
  });

  test('takes the secret of the environment', () => {
    vi.stubEnv('WHEREBY_WEBHOOK_SECRET', secret);
    expect(() => createWebhookHandler({})).not.toThrow();
  });

  test.each([
    [{ on: { 'room.client.join': () => undefined } }, /"room\.client\.join".*room\.client\.joined/],
    [{ answerWithin: 0 }, /answerWithin/],
    [{ maxBodyBytes: NaN }, /maxBodyBytes/],
    [{ tolerance: NaN }, /tolerance/],
  ])('refuses %j', (options, says) => {
    const build = () => createWebhookHandler({ secret, ...(options as Partial<WebhookHandlerOptions>) });
    expect(build).toThrow(says);
    expect(build).toThrow(expect.objectContaining({ code: 'WEBHOOK_OPTIONS_INVALID' }) as Error);
  });
});

describe('what is answered', () => {
  test('200 once an event is handled, and again when it is sent again, with its function run once', async () => {
    const heard: WebhookEvent[] = [];
    const { ask } = handler({ on: { 'room.session.started': (one) => void heard.push(one) } });
    const sent = event();
    expect(await ask(await post(sent))).toMatchObject({ status: 200, result: 'handled' });
    expect(await ask(await post(sent))).toMatchObject({ status: 200, result: 'duplicate' });
    expect(heard).toEqual([sent]);
  });

  test.each(Object.keys(webhookEvents))('200 for %s without a function for it', async (type) => {
    expect(await handler().ask(await post(event({ type })))).toMatchObject({ status: 200 });
  });

  test.each([
    ['text that is no JSON', 'hello', 'WEBHOOK_BODY_INVALID'],
    ['JSON that is no event', '{"a":1}', 'WEBHOOK_EVENT_INVALID'],
    ['JSON nested fifty thousand deep', '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000), 'WEBHOOK_EVENT_INVALID'],
    ['an id with blanks', event({ id: 'a b' }), 'WEBHOOK_EVENT_INVALID'],
    ['an id as long as a novel', event({ id: 'x'.repeat(300) }), 'WEBHOOK_EVENT_INVALID'],
  ])('400 for rightly signed %s', async (_, value, code) => {
    expect(await handler().ask(await post(value))).toMatchObject({ status: 400, code });
  });

  test.each([
    ['none', undefined, 'WEBHOOK_SIGNATURE_MISSING'],
    ['an unreadable one', 'hello', 'WEBHOOK_SIGNATURE_MALFORMED'],
    ['one of another scheme', 't=1,v0=aa', 'WEBHOOK_SIGNATURE_SCHEME'],
    ['a wrong one', `t=${Math.floor(Date.now() / 1000)},v1=${'ab'.repeat(32)}`, 'WEBHOOK_SIGNATURE_MISMATCH'],
  ])('401 with %s for a signature', async (_, signature, code) => {
    const request = await post(event());
    if (signature === undefined) request.headers.delete('whereby-signature');
    else request.headers.set('whereby-signature', signature);
    expect(await handler().ask(request)).toMatchObject({ status: 401, code });
  });

  test.each([-301, 301])('401 for a request signed %d seconds from now', async (seconds) => {
    const body = JSON.stringify(event());
    const timestamp = Math.floor(Date.now() / 1000) + seconds;
    const request = await post(body, {
      headers: { 'whereby-signature': await signWebhook({ body, secret, timestamp }) },
    });
    expect(await handler().ask(request)).toMatchObject({ status: 401, code: 'WEBHOOK_TIMESTAMP' });
  });

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('405 to %s', async (method) => {
    const answer = await handler().ask(new Request('https://app.example/hooks', { method }));
    expect(answer).toMatchObject({ status: 405, code: 'WEBHOOK_METHOD' });
    expect(answer.headers.get('allow')).toBe('POST');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    '415 to %s',
    async (type) => {
      expect(await handler().ask(await post(event(), { headers: { 'content-type': type } }))).toMatchObject({
        status: 415,
        code: 'WEBHOOK_CONTENT_TYPE',
      });
    },
  );

  test('200 for an event whose data is nested as deep as fits, and it is kept as it came', async () => {
    const store = memoryStore();
    const deep = event();
    const text = JSON.stringify(deep).replace(
      '"subdomain"',
      `"deep":${'['.repeat(2000)}${']'.repeat(2000)},"subdomain"`,
    );
    expect(await handler({ store }).ask(await post(text))).toMatchObject({ status: 200, result: 'handled' });
    expect(JSON.stringify((await store.eventsOf('1'))[0])).toBe(text);
  });

  test.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/cloudevents+json'])(
    '200 to %s',
    async (type) => {
      expect(await handler().ask(await post(event(), { headers: { 'content-type': type } }))).toMatchObject({
        status: 200,
      });
    },
  );

  test('413 to 10 MB, announced or not, without reading them to the end', async () => {
    const announced = await post(event(), { headers: { 'content-length': '10000000' } });
    expect(await handler().ask(announced)).toMatchObject({ status: 413, code: 'WEBHOOK_BODY_TOO_LARGE' });

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
    expect(await handler().ask(request)).toMatchObject({ status: 413 });
    expect(pulled).toBeLessThan(30);
  });

  test('408 to a body that does not come', async () => {
    const request = new Request('https://app.example/', {
      method: 'POST',
      body: new ReadableStream(),
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit);
    expect(await handler({ answerWithin: 20 }).ask(request)).toMatchObject({ status: 408, code: 'WEBHOOK_BODY_SLOW' });
  });

  test('400 to a request that breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    const request = new Request('https://app.example/', { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect(await handler().ask(request)).toMatchObject({ status: 400, code: 'WEBHOOK_BODY_INVALID' });
  });

  test('500 with the reason where a body parser was there first', async () => {
    const used = await post(event());
    await used.text();
    expect(await handler().ask(used)).toMatchObject({ status: 500, code: 'WEBHOOK_BODY_PARSED' });
    const emptied = await post('', { headers: { 'content-length': '250' } });
    const answer = await handler().ask(emptied);
    expect(answer).toMatchObject({ status: 500, code: 'WEBHOOK_BODY_PARSED' });
    expect(answer.error?.message).toMatch(/express\.raw/);
  });

  test('GET .../health with 200 where asked for, else 405', async () => {
    const request = () => new Request('https://app.example/hooks/health');
    expect(await handler({ health: true }).ask(request())).toMatchObject({ status: 200, result: 'healthy' });
    expect(await handler().ask(request())).toMatchObject({ status: 405 });
  });
});

describe('functions', () => {
  test('are typed by the type of their event', () => {
    createWebhookHandler({
      secret,
      on: {
        'room.client.joined': ({ type, data }) => {
          expectTypeOf(type).toEqualTypeOf<'room.client.joined'>();
          expectTypeOf(data.displayName).toEqualTypeOf<string>();
          expectTypeOf(data.meetingId).toEqualTypeOf<string | null | undefined>();
          // @ts-expect-error an event of presence has no file
          return void data.filename;
        },
      },
    });
    // @ts-expect-error there is no such type
    expect(() => createWebhookHandler({ secret, on: { 'room.client.jumped': () => undefined } })).toThrow();
  });

  test('onAny hears every event, onUnknown those that are new or not as documented, with the reason', async () => {
    const any: string[] = [];
    const unknown: [string, string][] = [];
    const on = vi.fn();
    const { ask } = handler({
      on: { 'room.client.joined': on },
      onAny: ({ id }) => void any.push(id),
      onUnknown: ({ id }, problem) => void unknown.push([id, problem]),
    });
    await ask(await post(event({ id: 'new', type: 'room.moved' })));
    await ask(await post(event({ id: 'odd', type: 'room.client.joined', data: { roomName: 5 } })));
    await ask(await post(event({ id: 'proto', type: '__proto__' })));
    await ask(await post(event({ id: 'fine', data: { roomName: '/r', new: true } })));
    expect(any).toEqual(['new', 'odd', 'proto', 'fine']);
    expect(unknown.map(([id]) => id)).toEqual(['new', 'odd', 'proto']);
    expect(unknown[1]![1]).toMatch(/data\.roomName/);
    expect(on).not.toHaveBeenCalled();
  });

  test('that fail are answered with 500 without their text, and run again on the retry', async () => {
    let fails = true;
    const { ask, errors } = handler({
      onAny: () => {
        if (fails) throw new Error('password=hunter2');
      },
    });
    const sent = event();
    const answer = await ask(await post(sent));
    expect(answer).toMatchObject({ status: 500, code: 'WEBHOOK_HANDLER_FAILED' });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    expect((errors[0]?.error as WherebyError).cause).toMatchObject({ message: 'password=hunter2' });
    fails = false;
    expect(await ask(await post(sent))).toMatchObject({ status: 200, result: 'handled' });
  });

  test('of one event run once though it arrives ten times at once', async () => {
    let running = 0;
    const { ask } = handler({
      onAny: async () => {
        running++;
        await new Promise((resolve) => setTimeout(resolve, 30));
      },
    });
    const sent = event();
    const answers = await Promise.all(Array.from({ length: 10 }, async () => ask(await post(sent))));
    expect(running).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  });
});

describe('functions that take long', () => {
  const slow = () => {
    let finish: (error?: Error) => void = () => undefined;
    const work = new Promise<void>((resolve, reject) => {
      finish = (error) => (error ? reject(error) : resolve());
    });
    return { onAny: () => work, finish: (error?: Error) => finish(error), answerWithin: 30 };
  };

  test('are answered with 503 in time, go on, and are found done by the retry', async () => {
    const { finish, ...options } = slow();
    const kept: Promise<unknown>[] = [];
    const { ask } = handler({ ...options, waitUntil: (work) => kept.push(work) });
    const sent = event();
    const answer = await ask(await post(sent));
    expect(answer).toMatchObject({ status: 503, code: 'WEBHOOK_LATE' });
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await ask(await post(sent))).toMatchObject({ status: 503 });
    finish();
    await Promise.all(kept);
    expect(await ask(await post(sent))).toMatchObject({ status: 200, result: 'duplicate' });
  });

  test('are answered 4 seconds after the request came, where nothing else is said', async () => {
    vi.useFakeTimers();
    try {
      const { handle } = handler({ onAny: () => new Promise(() => undefined) });
      let status: number | undefined;
      void handle(await post(event())).then((response) => (status = response.status));
      await vi.advanceTimersByTimeAsync(3999);
      expect(status).toBeUndefined();
      await vi.advanceTimersByTimeAsync(1);
      expect(status).toBe(503);
    } finally {
      vi.useRealTimers();
    }
  });

  test('have what is left of the time after a slow body', async () => {
    vi.useFakeTimers();
    try {
      const text = JSON.stringify(event());
      const headers = (await post(text)).headers;
      const body = new ReadableStream({
        start: (controller) =>
          void setTimeout(() => {
            controller.enqueue(new TextEncoder().encode(text));
            controller.close();
          }, 3000),
      });
      const started = vi.fn(() => new Promise<void>(() => undefined));
      const { handle } = handler({ onAny: started });
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
    } finally {
      vi.useRealTimers();
    }
  });

  test('are answered with 202 where so chosen, and their failure is heard', async () => {
    const { finish, ...options } = slow();
    const kept: Promise<unknown>[] = [];
    const { ask, errors } = handler({ ...options, late: 'accept', waitUntil: (work) => kept.push(work) });
    expect(await ask(await post(event()))).toMatchObject({ status: 202, result: 'accepted' });
    finish(new Error('afterwards'));
    await Promise.all(kept);
    expect(errors).toMatchObject([{ status: 500, error: { code: 'WEBHOOK_HANDLER_FAILED' } }]);
  });
});

describe('a store', () => {
  const never = () => new Promise<never>(() => undefined);
  const failing = async () => {
    throw new Error('connection refused: postgres://user:hunter2@db');
  };

  test.each([
    ['throws', failing],
    ['hangs', never],
  ])('that %s when asked for a claim is answered with 503, also where late events are accepted', async (_, claim) => {
    for (const late of ['retry', 'accept'] as const) {
      const ran = vi.fn();
      const { ask } = handler({ store: { ...memoryStore(), claim }, answerWithin: 30, late, onAny: ran });
      const answer = await ask(await post(event()));
      expect(answer.status).toBe(503);
      expect(JSON.stringify(answer)).not.toContain('hunter2');
      expect(ran).not.toHaveBeenCalled();
    }
  });

  test.each(['complete', 'release'] as const)('that hangs at `%s` is answered in time', async (verb) => {
    const ran = vi.fn(() => {
      if (verb === 'release') throw new Error('for once');
    });
    const { ask } = handler({ store: { ...memoryStore(), [verb]: never }, answerWithin: 30, onAny: ran });
    expect(await ask(await post(event()))).toMatchObject({ status: 503, code: 'WEBHOOK_LATE' });
    expect(ran).toHaveBeenCalledOnce();
  });

  test('that hung at a claim and comes back while the sender asks again has the function run once', async () => {
    const store = memoryStore();
    let comeBack: () => void = () => undefined;
    const back = new Promise<void>((resolve) => (comeBack = resolve));
    const ran = vi.fn();
    const claim: WebhookStore['claim'] = async (id) => {
      await back;
      return store.claim(id);
    };
    const { ask } = handler({ store: { ...store, claim }, answerWithin: 50, onAny: ran });
    const sent = event();
    expect(await ask(await post(sent))).toMatchObject({ status: 503, code: 'WEBHOOK_LATE' });
    comeBack();
    expect((await ask(await post(sent))).status).toBe(200);
    expect((await ask(await post(sent))).result).toBe('duplicate');
    expect(ran).toHaveBeenCalledOnce();
  });

  test('that comes back handles the retry', async () => {
    const store = memoryStore();
    let up = false;
    const claim: WebhookStore['claim'] = (id) => (up ? store.claim(id) : failing());
    const { ask } = handler({ store: { ...store, claim } });
    const sent = event();
    expect(await ask(await post(sent))).toMatchObject({ status: 503, code: 'WEBHOOK_STORE_FAILED' });
    up = true;
    expect(await ask(await post(sent))).toMatchObject({ status: 200, result: 'handled' });
  });

  test('that cannot note a handled event does not make its function run twice', async () => {
    const store = memoryStore();
    let up = false;
    const ran = vi.fn();
    const complete: WebhookStore['complete'] = (id, one) => (up ? store.complete(id, one) : failing());
    const { ask } = handler({ store: { ...store, complete }, onAny: ran });
    const sent = event();
    expect(await ask(await post(sent))).toMatchObject({ status: 503, code: 'WEBHOOK_STORE_FAILED' });
    up = true;
    expect(await ask(await post(sent))).toMatchObject({ status: 200, result: 'duplicate' });
    expect(ran).toHaveBeenCalledTimes(1);
    expect(await store.eventsOf('1')).toHaveLength(1);
  });

  test('whose lease another process let run out gives the event to a request that waits', async () => {
    const store = memoryStore({ lease: 150 });
    await store.claim('event-1');
    const { ask } = handler({ store, answerWithin: 2000 });
    expect(await ask(await post(event()))).toMatchObject({ status: 200, result: 'handled' });
  });

  test('keeps the events of a meeting', async () => {
    const store = memoryStore();
    const { ask } = handler({ store });
    const sent = event();
    await ask(await post(sent));
    expect(await store.eventsOf('1')).toEqual([sent]);
  });

  test('in memory lets the oldest go', async () => {
    const store = memoryStore({ maxEvents: 2 });
    for (const id of ['a', 'b', 'c']) await store.complete(id, event({ id }) as never);
    expect((await store.eventsOf('1')).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});

test('no answer holds the secret or the signature that was expected', async () => {
  const body = JSON.stringify(event());
  const expected = (await signWebhook({ body, secret })).split('v1=')[1]!;
  for (const signature of [
    '',
    'x',
    't=1,v1=',
    `t=1,v1=${'0'.repeat(64)}`,
    `t=${Math.floor(Date.now() / 1000)},v1=00`,
  ]) {
    const response = await handler().handle(await post(body, { headers: { 'whereby-signature': signature } }));
    const all = (await response.text()) + JSON.stringify([...response.headers]);
    expect(all).not.toContain(secret);
    expect(all).not.toContain(expected);
  }
});

test('a function for errors that fails itself does not change the answer', async () => {
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
