import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createRoomsHandler } from 'react-whereby-embed/server';
import type { RoomsAction, RoomsHandlerOptions } from 'react-whereby-embed/server';
import { createFakeApi } from '../../support/createFakeApi.js';
import { errorStatuses } from '../../../src/room-url/contract.js';
import { createTestHandler, person } from './support/createTestHandler.js';
import type { Sent } from './support/createTestHandler.js';

const actions: readonly [RoomsAction['type'], string, Sent][] = [
  ['create', '/meetings', { method: 'POST', body: {} }],
  ['enter', '/meetings/1', {}],
  ['delete', '/meetings/1', { method: 'DELETE' }],
];

describe('authorization', () => {
  test.each(actions)('refuses %s to everyone authorize does not return a person for', async (type, path, sent) => {
    for (const [found, status, code] of [
      [null, 401, 'SIGN_IN_REQUIRED'],
      [undefined, 401, 'SIGN_IN_REQUIRED'],
      [false, 401, 'SIGN_IN_REQUIRED'],
      [{ refuse: 401 }, 401, 'SIGN_IN_REQUIRED'],
      [{ refuse: 403, message: 'Pupils only.' }, 403, 'NOT_ALLOWED'],
      [{ refuse: 404 }, 404, 'MEETING_NOT_FOUND'],
      [{ refuse: 410 }, 410, 'MEETING_EXPIRED'],
      [{ refuse: 503 }, 503, 'MEETING_NOT_READY'],
      [
        { role: 'host', may: (['create', 'enter', 'delete'] as const).filter((other) => other !== type) },
        403,
        'NOT_ALLOWED',
      ],
    ] as const) {
      const authorize = vi.fn(() => found);
      const { ask, api } = createTestHandler({ authorize });
      expect(await ask(path, sent)).toMatchObject({ status, code });
      expect(authorize.mock.lastCall).toMatchObject([expect.any(Request), { type }]);
      expect(api.calls).toEqual([]);
    }
  });

  test('allows only entering without `may`', async () => {
    const { create } = createTestHandler();
    await create();
    const { ask } = createTestHandler({ authorize: () => ({ role: 'visitor' }) });
    expect((await ask('/meetings', { method: 'POST' })).code).toBe('NOT_ALLOWED');
    expect((await ask('/meetings/1', { method: 'DELETE' })).code).toBe('NOT_ALLOWED');
    expect((await ask('/meetings/1')).code).toBe('MEETING_NOT_FOUND');
  });

  test.each(['admin', 'owner', '', 'constructor', null, 7])(
    'refuses a person with the unknown role %j',
    async (role) => {
      const { ask, api, errors } = createTestHandler({ authorize: () => ({ role }) as never });
      expect(await ask('/meetings/1')).toMatchObject({ status: 500, code: 'SERVER_FAILED' });
      expect(errors).toMatchObject([{ code: 'PERSON_INVALID' }]);
      expect(api.calls).toEqual([]);
    },
  );

  // As auth libraries of React Router, Next.js and Hono answer for the app.
  test.each([
    [new Response('Unauthorized', { status: 401 }), 401, 'SIGN_IN_REQUIRED'],
    [Response.redirect('https://app.test/login?SECRET'), 401, 'SIGN_IN_REQUIRED'],
    [new Response(null, { status: 303, headers: { location: '/login?SECRET' } }), 401, 'SIGN_IN_REQUIRED'],
    [new Response(null, { status: 300 }), 401, 'SIGN_IN_REQUIRED'],
    [new Response(null, { status: 399 }), 401, 'SIGN_IN_REQUIRED'],
    // As `fetch` answers with `redirect: 'manual'`.
    [{ [Symbol.toStringTag]: 'Response', type: 'opaqueredirect', status: 0 } as never, 401, 'SIGN_IN_REQUIRED'],
    [new Response('Forbidden', { status: 403 }), 403, 'NOT_ALLOWED'],
    [new Response(null, { status: 404 }), 404, 'MEETING_NOT_FOUND'],
    [new Response(null, { status: 410 }), 410, 'MEETING_EXPIRED'],
  ])('takes a response that authorize returns or throws as its refusal: %o', async (response, status, code) => {
    for (const authorize of [() => response, () => Promise.reject(response as never)])
      expect(await createTestHandler({ authorize }).ask('/meetings/1')).toMatchObject({ status, code });
  });

  test.each([
    [new Response('fine'), 'it is a response with status 200'],
    [new Response('SECRET', { status: 400 }), 'it is a response with status 400'],
    [new Response('SECRET', { status: 500 }), 'it is a response with status 500'],
    [new Response('SECRET', { status: 503 }), 'it is a response with status 503'],
    [true, 'it is true'],
    ['host', 'it is a text'],
    [['host'], 'it is a list'],
    [{ role: 'host', may: 'enter' }, 'its `may` is not a list'],
    [{ role: 'host', may: null }, 'its `may` is not a list'],
    [{ role: 'host', may: ['enter', 'edit'] }, 'its `may` has "edit", which is none of create, enter, delete'],
    [{ refuse: 500 }, 'its `refuse` is none of 401, 403, 404, 410, 503'],
    [{ refuse: 401, message: { html: 'SECRET' } }, 'its `message` is not a text'],
    [{ refuse: 403, reason: { code: 'SECRET' } }, 'its `reason` is not a text, or empty'],
    [{ refuse: 403, reason: '' }, 'its `reason` is not a text, or empty'],
    [{ refuse: 403, retryAt: 'tomorrow' }, 'its `retryAt` is no time'],
    [{ refuse: 403, retryAt: new Date(NaN) }, 'its `retryAt` is no time'],
    [{ refuse: 403, retryAt: 1_893_456_000 }, 'its `retryAt` is in seconds, and must be in milliseconds'],
    [{ role: 'host', meetingId: undefined }, 'its `meetingId` is not a text, or empty'],
    [{ role: 'host', meetingId: '' }, 'its `meetingId` is not a text, or empty'],
    [{ role: 'host', meetingId: 7 }, 'its `meetingId` is not a text, or empty'],
  ])('names what is wrong with what authorize returned: %o', async (found, problem) => {
    const { ask, errors, api } = createTestHandler({ authorize: () => found as never });
    expect(await ask('/meetings/1')).toMatchObject({ status: 500, code: 'SERVER_FAILED' });
    expect(errors).toMatchObject([{ code: 'PERSON_INVALID', message: expect.stringContaining(problem) as string }]);
    expect(api.calls).toEqual([]);
  });

  test.each([[new Date('2030-01-01T10:00:00Z')], ['2030-01-01T11:00:00+01:00'], [Date.parse('2030-01-01T10:00:00Z')]])(
    'passes on the reason of the app and when to try again: %o',
    async (retryAt) => {
      const { ask, errors } = createTestHandler({ authorize: () => ({ refuse: 403, reason: 'TOO_EARLY', retryAt }) });
      const { status, body } = await ask('/meetings/1');
      expect(status).toBe(403);
      expect(body).toEqual({
        error: {
          code: 'NOT_ALLOWED',
          message: expect.any(String) as string,
          reason: 'TOO_EARLY',
          retryAt: '2030-01-01T10:00:00.000Z',
        },
      });
      expect(errors).toMatchObject([{ code: 'NOT_ALLOWED' }]);
    },
  );

  test('says nothing of reason and time if the app gives none', async () => {
    const { ask } = createTestHandler({ authorize: () => ({ refuse: 410, message: 'Over.' }) });
    expect((await ask('/meetings/1')).body).toEqual({ error: { code: 'MEETING_EXPIRED', message: 'Over.' } });
  });

  test('keeps what authorize throws on the server', async () => {
    const { ask, errors } = createTestHandler({
      authorize: () => Promise.reject(new Error('SECRET-database-password')),
    });
    expect(await ask('/meetings/1')).toMatchObject({ status: 500, code: 'SERVER_FAILED' });
    expect(errors).toHaveLength(1);
  });

  test('does not take what authorize throws for a person', async () => {
    const { ask, api } = createTestHandler({ authorize: () => Promise.reject({ role: 'host' } as never) });
    expect(await ask('/meetings/1')).toMatchObject({ status: 500, code: 'SERVER_FAILED' });
    expect(api.calls).toEqual([]);
  });

  test('responds the same if onError throws', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { ask } = createTestHandler({
      authorize: () => Promise.reject(new Error('a')),
      onError: () => {
        throw new Error('b');
      },
    });
    expect((await ask('/meetings/1')).status).toBe(500);
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  test.each([
    ['authorize', { authorize: undefined }],
    ['whereby', { whereby: undefined }],
    ['origins', { origins: ['*'] }],
    ['origins', { origins: ['https://app.example/'] }],
    ['overrunMinutes', { overrunMinutes: 61 }],
    ['overrunMinutes', { overrunMinutes: Number.NaN }],
    ['choose.minutes', { choose: { minutes: {} } }],
    ['choose.minutes', { choose: { minutes: { max: Infinity } } }],
  ])('a handler with a bad %s cannot be made', (name, options) => {
    const { whereby } = createFakeApi();
    const all = { whereby, authorize: () => person, ...options } as unknown as RoomsHandlerOptions;
    expect(() => createRoomsHandler(all)).toThrow(
      expect.objectContaining({
        code: 'HANDLER_OPTION_INVALID',
        message: expect.stringContaining(name) as string,
      }) as Error,
    );
  });
});

describe('what a browser may choose', () => {
  const choose = {
    minutes: { min: 5, max: 120 },
    mode: ['group'],
    locked: true,
    prefix: ['lesson-'],
  } as const;

  test('is nothing by default, and a refusal names the field', async () => {
    const { create, api } = createTestHandler();
    for (const body of [
      { role: 'host' },
      { minutes: 10 },
      { mode: 'group' },
      { locked: false },
      { prefix: 'a' },
      { fields: ['hostRoomUrl'] },
      { endDate: '2099-01-01' },
      { recording: { type: 'none' } },
      { templateType: 'viewerMode' },
      { constructor: 1 },
      JSON.parse('{"__proto__":{"key":"x"}}') as object,
    ]) {
      const { status, code, body: answer } = await create(body);
      expect([status, code]).toEqual([400, 'INPUT_REFUSED']);
      expect((answer['error'] as { message: string }).message).toContain(JSON.stringify(Object.keys(body)[0]));
    }
    expect(api.calls).toEqual([]);
  });

  test.each([
    ['a role', 'role=host'],
    ['the path of a rewrite', 'path=whereby%2Fmeetings'],
    ['the path of a dynamic file', '...path=meetings'],
    ['a key of Azure Functions', 'code=abc'],
    ['a protection bypass of Vercel', 'x-vercel-protection-bypass=abc'],
    ['a cache buster', '_=1700000000000'],
    ['what cannot be decoded', '%zz=%&&=?'],
  ])('is not read from the query, whatever a platform puts there: %s', async (_what, query) => {
    const { ask, create } = createTestHandler({
      authorize: () => ({ role: 'visitor', may: ['create', 'enter', 'delete'] }),
    });
    const { body } = await create({});
    const path = `/meetings/${String(body['meetingId'])}?${query}`;
    expect(await ask(`/meetings?${query}`, { method: 'POST' })).toMatchObject({
      status: 200,
      body: { role: 'visitor' },
    });
    expect(await ask(path)).toMatchObject({ status: 200, body: { role: 'visitor' } });
    expect((await ask(path, { method: 'DELETE' })).status).toBe(204);
  });

  test('is what the server lists, within its bounds', async () => {
    const time = Date.UTC(2030, 0, 1);
    const { create, api } = createTestHandler({
      choose,
      now: () => time,
      meeting: { roomMode: 'normal', isLocked: true },
    });
    expect((await create({ minutes: 90, mode: 'group', locked: false, prefix: 'lesson-' })).status).toBe(200);
    expect(api.calls[0]!.body).toMatchObject({
      endDate: '2030-01-01T01:30:00.000Z',
      roomMode: 'group',
      isLocked: false,
      roomNamePrefix: expect.stringMatching(/^lesson-/) as string,
    });
    await create();
    expect(api.calls[1]!.body).toMatchObject({
      endDate: '2030-01-01T01:00:00.000Z',
      roomMode: 'normal',
      isLocked: true,
    });
    for (const body of [
      { minutes: 4 },
      { minutes: 121 },
      { minutes: '60' },
      { minutes: null },
      { mode: 'normal' },
      { mode: 'toString' },
      { locked: 'no' },
      { prefix: 'other-' },
      { prefix: '' },
      { key: '' },
      { key: 7 },
      { key: 'k'.repeat(201) },
    ])
      expect(await create(body)).toMatchObject({ status: 400, code: 'INPUT_REFUSED' });
    expect(api.calls).toHaveLength(2);
  });

  test('can include prefixes that a function accepts, if they are valid in a room name', async () => {
    const { create } = createTestHandler({ choose: { prefix: (prefix) => prefix.startsWith('team-') } });
    expect((await create({ prefix: 'team-blue-' })).status).toBe(200);
    for (const prefix of ['blue-', 'team-/../x', `team-${'x'.repeat(40)}`])
      expect((await create({ prefix })).status).toBe(400);
  });

  test('reaches the API only as listed, and arbitrary JSON gets a documented code', async () => {
    const { create, api } = createTestHandler({ choose });
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (body) => {
        const before = api.calls.length;
        const { status, code } = await create(body);
        if (status === 200) {
          expect(Object.keys(body).every((name) => ['key', 'minutes', 'mode', 'locked', 'prefix'].includes(name))).toBe(
            true,
          );
        } else {
          expect([code, status]).toEqual(['INPUT_REFUSED', errorStatuses.INPUT_REFUSED]);
          expect(api.calls).toHaveLength(before);
        }
      }),
    );
  });
});

describe('bodies, methods and paths', () => {
  const post = (raw: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }): Sent => ({
    method: 'POST',
    raw,
    headers,
  });
  const stream = (chunk: Uint8Array<ArrayBuffer>, times: number) => {
    let left = times;
    let read = 0;
    return {
      read: () => read,
      body: new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull(controller) {
          if (left-- > 0) {
            read += chunk.byteLength;
            controller.enqueue(chunk);
          } else controller.close();
        },
      }),
    };
  };

  test.each([
    ['invalid JSON', post('{"key":'), 400, 'BODY_INVALID'],
    ['a list', post('[]'), 400, 'BODY_INVALID'],
    ['a text', post('"key"'), 400, 'BODY_INVALID'],
    ['null', post('null'), 400, 'BODY_INVALID'],
    ['a form', post('key=1', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'BODY_TYPE_REFUSED'],
    ['plain text, which another site may send', post('{}', { 'content-type': 'text/plain' }), 415, 'BODY_TYPE_REFUSED'],
    ['two megabytes', post('x'.repeat(2_000_000)), 413, 'BODY_TOO_LARGE'],
    ['two megabytes that are announced', post('{}', { 'content-length': '2000000' }), 413, 'BODY_TOO_LARGE'],
  ] as const)('%s is refused', async (_name, sent, status, code) => {
    const { ask, api } = createTestHandler();
    expect(await ask('/meetings', sent)).toMatchObject({ status, code });
    expect(api.calls).toEqual([]);
  });

  test('a body without content-length is read no further than the limit', async () => {
    const { ask } = createTestHandler();
    const { body, read } = stream(new Uint8Array(10_000).fill(32), 200);
    expect(await ask('/meetings', post(body))).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
    expect(read()).toBeLessThan(50_000);
  });

  test('a body that breaks off is refused', async () => {
    const { ask } = createTestHandler();
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) });
    expect(await ask('/meetings', post(broken))).toMatchObject({ status: 400, code: 'BODY_INVALID' });
  });

  test('a body that arrives in pieces, cut inside a character, is read whole', async () => {
    const seen = vi.fn(() => person);
    const { ask } = createTestHandler({ authorize: seen });
    const bytes = new TextEncoder().encode('{"key":"Ä😀"}');
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect((await ask('/meetings', post(body))).status).toBe(200);
    expect(seen).toHaveBeenCalledWith(expect.any(Request), expect.objectContaining({ key: 'Ä😀' }));
  });

  test('a body that a parser has read is BODY_CONSUMED, in the log too', async () => {
    const { handler, errors } = createTestHandler();
    const request = new Request('https://app.test/meetings', { method: 'POST', body: '{}' });
    await request.text();
    const response = await handler(request);
    expect(((await response.json()) as { error: { code: string } }).error.code).toBe('BODY_CONSUMED');
    expect(errors).toMatchObject([{ code: 'BODY_CONSUMED' }]);
  });

  test.each([
    ['GET', '/meetings', 405, 'POST'],
    ['PUT', '/meetings/1', 405, 'GET, DELETE'],
    ['POST', '/meetings/1', 405, 'GET, DELETE'],
    ['DELETE', '/meetings', 405, 'POST'],
    ['HEAD', '/meetings/1', 405, 'GET, DELETE'],
  ])('%s %s is refused with the methods to use', async (method, path, status, allow) => {
    const { handler } = createTestHandler();
    const response = await handler(new Request(`https://app.test${path}`, { method }));
    expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
    if (method !== 'HEAD') expect(await response.json()).toMatchObject({ error: { code: 'METHOD_NOT_ALLOWED' } });
  });

  test.each(['/', '/rooms', '/meetings/1/2', '/meetingsx', '/meetings//', '/meetings/1/fields'])(
    '%s is ROUTE_NOT_FOUND',
    async (path) => {
      const { ask } = createTestHandler();
      expect(await ask(path)).toMatchObject({ status: 404, code: 'ROUTE_NOT_FOUND' });
    },
  );

  test('an arbitrary id gets a documented response and stays one segment of the API’s path', async () => {
    const { ask, api } = createTestHandler();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webPath(),
          fc.constantFrom('%', '%zz', '..', '%2e%2e', '%2F', '%5c'),
        ),
        async (id) => {
          const before = api.calls.length;
          const { status } = await ask(`/meetings/${id.replace(/[\ud800-\udfff]/g, '').replace(/[?#]/g, '')}`);
          expect([404, 405]).toContain(status);
          for (const { path } of api.calls.slice(before)) expect(path).toMatch(/^\/v1\/meetings\/[^/]+$/);
        },
      ),
    );
  });
});

describe('other origins', () => {
  const origins = ['https://shop.example'];

  test.each([
    ['the server’s own page', { 'sec-fetch-site': 'same-origin', origin: 'https://app.test' }, 200],
    [
      'its own page behind a proxy that renames the host',
      { 'sec-fetch-site': 'same-origin', origin: 'https://public.example' },
      200,
    ],
    ['its own page in an older browser, behind a proxy that ends TLS', { origin: 'http://app.test' }, 200],
    ['a program', {}, 200],
    ['a listed page', { 'sec-fetch-site': 'cross-site', origin: 'https://shop.example' }, 200],
    ['another page', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['another page in an older browser', { origin: 'https://evil.example' }, 403],
    ['a page of the same site', { 'sec-fetch-site': 'same-site', origin: 'https://blog.app.test' }, 403],
    ['a frame without an origin', { 'sec-fetch-site': 'cross-site', origin: 'null' }, 403],
    ['an image on another page', { 'sec-fetch-site': 'cross-site' }, 403],
    [
      'an origin that only begins alike',
      { 'sec-fetch-site': 'cross-site', origin: 'https://shop.example.evil.test' },
      403,
    ],
  ])('%s', async (_name, headers: Record<string, string>, status) => {
    const { ask, create, api } = createTestHandler({ origins });
    const answer = await create({}, headers);
    expect(answer.status).toBe(status);
    expect(answer.code).toBe(status === 403 ? 'ORIGIN_REFUSED' : undefined);
    const listed = headers['origin'] === 'https://shop.example';
    expect(answer.headers.get('access-control-allow-origin')).toBe(listed ? 'https://shop.example' : null);
    if (status === 403) expect(api.calls).toEqual([]);
    expect((await ask('/meetings/1', { headers })).status).toBe(status);
  });

  test('may send a preflight if listed, and read errors and their Retry-After', async () => {
    const { handler, create } = createTestHandler({ origins, authorize: () => null });
    const asked = await handler(
      new Request('https://app.test/meetings', {
        method: 'OPTIONS',
        headers: {
          origin: origins[0]!,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      }),
    );
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    expect(asked.headers.get('access-control-allow-methods')).toContain('DELETE');
    const { headers, code } = await create({}, { origin: origins[0]! });
    expect(code).toBe('SIGN_IN_REQUIRED');
    expect(headers.get('access-control-allow-origin')).toBe(origins[0]);
    expect(headers.get('access-control-expose-headers')).toContain('retry-after');
    expect(headers.get('vary')).toBe('origin');
  });

  test('may not send a preflight if not listed', async () => {
    const { handler } = createTestHandler({ origins });
    const response = await handler(
      new Request('https://app.test/meetings', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } }),
    );
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('when Whereby fails', () => {
  const half = () =>
    new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) }), {
      status: 200,
    });
  const cases: readonly (readonly [string, () => Response | Error, string])[] = [
    ['the key is wrong', () => Response.json({ error: 'SECRET-key is wrong' }, { status: 401 }), 'SERVICE_REFUSED'],
    ['the key may not', () => new Response('SECRET', { status: 403 }), 'SERVICE_REFUSED'],
    [
      'it answers HTML',
      () => new Response('<html>SECRET</html>', { headers: { 'content-type': 'text/html' } }),
      'SERVICE_UNAVAILABLE',
    ],
    ['it answers half a body', half, 'SERVICE_UNAVAILABLE'],
    ['it fails', () => new Response('SECRET', { status: 500 }), 'SERVICE_UNAVAILABLE'],
    ['it cannot be reached', () => new TypeError('fetch failed: SECRET-host'), 'SERVICE_UNAVAILABLE'],
    [
      'it is busy',
      () => Response.json({ error: 'x', data: { msLeft: 60_000 } }, { status: 429, headers: { 'retry-after': '60' } }),
      'SERVICE_BUSY',
    ],
    ['it answers a meeting without its fields', () => Response.json({ meetingId: 'SECRET' }), 'SERVICE_UNAVAILABLE'],
  ];

  test.each(cases)(
    '%s: the browser gets a documented code and the server the reason',
    async (_name, response, code) => {
      for (const [, path, sent] of actions.slice(0, 2)) {
        const { api, ask, errors } = createTestHandler();
        api.instead.push(response());
        // As the hooks do, which repeat what is temporary.
        const answer = await ask(path, sent.method === 'POST' ? { ...sent, body: { key: 'lesson' } } : sent);
        expect(answer).toMatchObject({ code, status: errorStatuses[code as keyof typeof errorStatuses] });
        const wait = answer.headers.get('retry-after');
        if (code === 'SERVICE_REFUSED') expect(wait).toBeNull();
        else expect(Number(wait)).toBeGreaterThan(0);
        if (code === 'SERVICE_BUSY') expect(wait).toBe('60');
        expect(errors).toHaveLength(1);
      }
    },
  );

  test('refused settings are SERVICE_REFUSED, a refused id is MEETING_NOT_FOUND', async () => {
    const { api, ask, create } = createTestHandler();
    api.instead.push(Response.json({}, { status: 400 }), Response.json({}, { status: 400 }));
    expect(await create()).toMatchObject({ status: 502, code: 'SERVICE_REFUSED' });
    expect(await ask('/meetings/what')).toMatchObject({ status: 404, code: 'MEETING_NOT_FOUND' });
  });
});

test('refuses a body that never ends, and cancels it', async () => {
  vi.useFakeTimers();
  try {
    const cancel = vi.fn();
    const { ask } = createTestHandler();
    const answer = ask('/meetings', {
      method: 'POST',
      raw: new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')), cancel }),
      headers: { 'content-type': 'application/json' },
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await answer).toMatchObject({ status: 408, code: 'BODY_SLOW' });
    expect(cancel).toHaveBeenCalled();
  } finally {
    vi.useRealTimers();
  }
});
