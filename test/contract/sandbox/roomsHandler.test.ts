import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRoomsHandler, createWhereby, toNodeListener } from 'react-whereby-embed/server';
import type { RoomsHandlerOptions } from 'react-whereby-embed/server';
import type { Fault } from 'react-whereby-embed/sandbox';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { errorStatuses } from '../../../src/room-url/contract.js';
import { realClock } from '../../../src/server/client/realClock.js';
import { readWholeResponse } from '../../unit/room-handler/support/createTestHandler.js';
import { MINUTE, createTestSandbox, START } from '../../unit/sandbox/support/createTestSandbox.js';

type Api = Parameters<typeof createTestSandbox>[0];

/** A page, the handler on a real server, the package's own client, which retries without waiting, and the sandbox for a service. */
async function everything(options: Partial<RoomsHandlerOptions> = {}, api: Api = {}, apiKey?: string) {
  const sandbox = await createTestSandbox(api);
  const errors: unknown[] = [];
  const sleep = vi.fn(() => Promise.resolve());
  const handler = createRoomsHandler({
    whereby: createWhereby({
      apiKey: apiKey ?? sandbox.apiKey,
      baseUrl: sandbox.apiUrl,
      clock: { ...realClock, sleep },
    }),
    authorize: (request) => ({
      role: request.headers.get('x-role') === 'host' ? 'host' : 'visitor',
      may: ['create', 'enter', 'delete'],
    }),
    now: () => sandbox.clock.now(),
    onError: (error) => errors.push(error),
    ...options,
  });
  const server = createServer(toNodeListener(handler));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;

  async function ask(path: string, init: RequestInit = {}) {
    const response = await fetch(`http://127.0.0.1:${port}/api/whereby${path}`, init);
    const bytes = await readWholeResponse(response.clone());
    const answer = (await response.json()) as {
      readonly url?: string;
      readonly meetingId?: string;
      readonly role?: string;
      readonly endDate?: string;
      readonly error?: { readonly code: string; readonly message: string };
    };
    // Nothing of the service's gets through: no key, no address of its API, no key of a room but the one asked for.
    for (const secret of [sandbox.apiKey, sandbox.webhookSecret, sandbox.apiUrl, '/v1', 'SECRET'])
      expect(bytes).not.toContain(secret);
    expect(bytes.match(/roomKey/g) ?? []).toHaveLength(answer.role === 'host' ? 1 : 0);
    expect(response.headers.get('cache-control')).toBe('no-store');
    return { status: response.status, headers: response.headers, ...answer, code: answer.error?.code };
  }
  const create = (role = 'host', body: object = {}) =>
    ask('/meetings', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-role': role },
    });
  return { sandbox, ask, create, errors, sleep };
}

afterEach(() => vi.restoreAllMocks());

describe('a failing service behind the handler on a real server', () => {
  const cases: readonly (readonly [string, Fault, keyof typeof errorStatuses])[] = [
    [
      'answers HTML',
      { status: 200, body: '<html>SECRET</html>', headers: { 'content-type': 'text/html' } },
      'SERVICE_UNAVAILABLE',
    ],
    [
      'answers HTML with a 502, as a proxy does',
      { status: 502, body: '<html>SECRET</html>', headers: { 'content-type': 'text/html' } },
      'SERVICE_UNAVAILABLE',
    ],
    [
      'answers half of its JSON',
      {
        status: 200,
        body: '{"meetingId":"1","roomUrl":"https://SECRET',
        headers: { 'content-type': 'application/json' },
      },
      'SERVICE_UNAVAILABLE',
    ],
    [
      'breaks off inside its body',
      {
        status: 200,
        body: '{"meetingId":"SECRET"',
        headers: { 'content-type': 'application/json', 'content-length': '500', connection: 'close' },
      },
      'SERVICE_UNAVAILABLE',
    ],
    ['drops the connection', { drop: 'before' }, 'SERVICE_UNAVAILABLE'],
    ['refuses the key', { status: 401, body: '{"error":"SECRET"}' }, 'SERVICE_REFUSED'],
    ['does not allow it', { status: 403, body: 'SECRET' }, 'SERVICE_REFUSED'],
    ['fails', { status: 500, body: 'SECRET' }, 'SERVICE_UNAVAILABLE'],
  ];

  test.each(cases)(
    '%s: the browser gets a documented code and no secret, and the next request works',
    async (_name, fault, code) => {
      const { sandbox, ask, create, errors } = await everything();
      const { meetingId } = await create();
      const { id } = sandbox.faults.add(fault);
      for (const answer of [await create('host', { key: 'lesson' }), await ask(`/meetings/${meetingId}`)]) {
        expect(answer).toMatchObject({ status: errorStatuses[code], code });
        expect(answer.headers.get('retry-after') === null).toBe(code === 'SERVICE_REFUSED');
      }
      expect(errors).toHaveLength(2);
      sandbox.faults.remove(id);
      expect(await ask(`/meetings/${meetingId}`)).toMatchObject({ status: 200, role: 'visitor' });
    },
  );

  test('drops the connection once: the handler repeats the call and reports nothing', async () => {
    const { sandbox, ask, create, errors } = await everything();
    const { meetingId } = await create();
    sandbox.faults.add({ drop: 'before', times: 1 });
    expect(await ask(`/meetings/${meetingId}`)).toMatchObject({ status: 200 });
    expect(errors).toEqual([]);
  });

  test.each([undefined, '7'])(
    'answers 503 to everything, with Retry-After %s: what reads is repeated, what creates is not, and nothing is made twice',
    async (retryAfter) => {
      const { sandbox, ask, create, sleep } = await everything();
      const { meetingId } = await create();
      const { id } = sandbox.faults.add({
        status: 503,
        body: 'SECRET',
        headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
      });
      const unavailable = { status: 503, code: 'SERVICE_UNAVAILABLE' };
      const asked = {
        'a meeting with a key': () => create('host', { key: 'lesson' }),
        'a meeting': () => ask(`/meetings/${meetingId}`),
        'a deletion': () => ask(`/meetings/${meetingId}`, { method: 'DELETE' }),
      };
      for (const [name, each] of Object.entries(asked)) {
        sleep.mockClear();
        const answer = await each();
        expect(answer).toMatchObject(unavailable);
        expect(answer.headers.get('retry-after')).toBe(retryAfter ?? '5');
        if (name !== 'a meeting with a key') expect(sleep).toHaveBeenCalled();
      }
      // Nothing tells a second click from the first one.
      expect(await create()).toMatchObject({ status: 409, code: 'CREATION_UNSURE' });
      const { meetings } = createWhereby({
        apiKey: sandbox.apiKey,
        baseUrl: sandbox.apiUrl,
        clock: { ...realClock, sleep },
      });
      sleep.mockClear();
      const wait = retryAfter === undefined ? {} : { retryAfter: 7000 };
      await expect(meetings.list().page()).rejects.toMatchObject({ code: 'API_UNAVAILABLE', ...wait });
      expect(sleep).toHaveBeenCalledTimes(2);

      sandbox.faults.remove(id);
      expect(await ask(`/meetings/${meetingId}`)).toMatchObject({ status: 200 });
      const made = await create('host', { key: 'lesson' });
      expect(made).toMatchObject({ status: 200 });
      expect((await create('host', { key: 'lesson' })).meetingId).toBe(made.meetingId);
      expect((await meetings.list().page()).results).toHaveLength(2);
      expect(await ask(`/meetings/${meetingId}`, { method: 'DELETE' }).catch(() => undefined)).toBeUndefined();
      expect((await meetings.list().page()).results).toHaveLength(1);
    },
  );

  test('has a spent budget: the browser is told at once how long to wait, and can enter after that', async () => {
    const { sandbox, ask, create, errors, sleep } = await everything({}, { api: { pointsPerMinute: 3 } });
    const { meetingId } = await create();
    sleep.mockClear();
    for (const answer of [await ask(`/meetings/${meetingId}`), await create()]) {
      expect(answer).toMatchObject({ status: 429, code: 'SERVICE_BUSY' });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(50);
      expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    }
    // The page learns at once that it has to wait, instead of waiting for a minute.
    expect(sleep).not.toHaveBeenCalled();
    expect(errors).toMatchObject([{ code: 'API_RATE_LIMITED' }, { code: 'API_RATE_LIMITED' }]);
    sandbox.clock.advance(MINUTE);
    expect(await ask(`/meetings/${meetingId}`)).toMatchObject({ status: 200 });
  });

  test('refuses the key of the server: the browser gets SERVICE_REFUSED', async () => {
    const { ask, create, errors } = await everything({}, {}, 'SECRET-wrong-key');
    expect(await create()).toMatchObject({ status: 502, code: 'SERVICE_REFUSED' });
    expect(await ask('/meetings/1')).toMatchObject({ status: 502, code: 'SERVICE_REFUSED' });
    expect(errors).toMatchObject([{ code: 'API_UNAUTHORIZED' }, { code: 'API_UNAUTHORIZED' }]);
    expect(JSON.stringify(errors) + errors.map(String).join()).not.toContain('SECRET');
  });
});

describe('meetings and time', () => {
  test('distinguishes an unknown meeting, one that is over, and one that was deleted', async () => {
    const { sandbox, ask, create, errors } = await everything();
    expect(await ask('/meetings/7000')).toMatchObject({ status: 404, code: 'MEETING_NOT_FOUND' });
    const { meetingId } = await create();
    sandbox.clock.advance(61 * MINUTE);
    expect(await ask(`/meetings/${meetingId}`)).toMatchObject({ status: 410, code: 'MEETING_EXPIRED' });
    const { meetingId: other } = await create();
    await createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl }).meetings.delete(other!);
    expect(await ask(`/meetings/${other}`)).toMatchObject({ status: 404, code: 'MEETING_NOT_FOUND' });
    expect(errors).toMatchObject(
      ['MEETING_NOT_FOUND', 'MEETING_EXPIRED', 'MEETING_NOT_FOUND'].map((code) => ({ code })),
    );
  });

  test.each([
    [-45, 60],
    [45, 60],
    [-60, 90],
    [60, 90],
  ])('a server whose clock is %d minutes off creates meetings of %d minutes by that clock', async (off, minutes) => {
    const clock = { now: START };
    const { sandbox, ask, create } = await everything({
      now: () => clock.now + off * MINUTE,
      meeting: { minutes },
    });
    const made = await create();
    expect(made).toMatchObject({ status: 200, endDate: new Date(START + (minutes + off) * MINUTE).toISOString() });
    expect(made.headers.get('date')).toBe(new Date(START + off * MINUTE).toUTCString());
    expect(await ask(`/meetings/${made.meetingId}`)).toMatchObject({ status: 200 });
    clock.now += (minutes - 1) * MINUTE;
    sandbox.clock.advance((minutes - 1) * MINUTE);
    expect(await ask(`/meetings/${made.meetingId}`)).toMatchObject({ status: 200 });
    clock.now += 2 * MINUTE;
    expect(await ask(`/meetings/${made.meetingId}`)).toMatchObject({ status: 410, code: 'MEETING_EXPIRED' });
  });

  test('a server whose clock is 90 minutes slow is told why a meeting of an hour is refused', async () => {
    const { create, errors } = await everything({ now: () => START - 90 * MINUTE });
    expect(await create()).toMatchObject({ status: 502, code: 'SERVICE_REFUSED' });
    expect(errors).toMatchObject([{ code: 'API_REFUSED', message: expect.stringContaining('endDate') as string }]);
  });

  test('a clock that is set back by an hour keeps the meeting of a key, and lets it end by the new clock', async () => {
    const clock = { now: START };
    const { ask, create } = await everything({ now: () => clock.now, meeting: { minutes: 60 } });
    const made = await create('host', { key: 'lesson' });
    clock.now -= 60 * MINUTE;
    expect((await create('host', { key: 'lesson' })).meetingId).toBe(made.meetingId);
    clock.now += 121 * MINUTE;
    expect(await ask(`/meetings/${made.meetingId}`)).toMatchObject({ status: 410, code: 'MEETING_EXPIRED' });
    expect((await create('host', { key: 'lesson' })).meetingId).not.toBe(made.meetingId);
  });
});
