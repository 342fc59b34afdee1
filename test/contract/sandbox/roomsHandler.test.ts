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

  test.each([-45, 45])(
    'a server whose clock is %d minutes off creates meetings of the right length by that clock',
    async (off) => {
      const clock = { now: START };
      const { sandbox, ask, create } = await everything({ now: () => clock.now + off * MINUTE });
      const made = await create();
      expect(made).toMatchObject({ status: 200, endDate: new Date(START + (60 + off) * MINUTE).toISOString() });
      expect(made.headers.get('date')).toBe(new Date(START + off * MINUTE).toUTCString());
      expect(await ask(`/meetings/${made.meetingId}`)).toMatchObject({ status: 200 });
      clock.now += 59 * MINUTE;
      sandbox.clock.advance(59 * MINUTE);
      expect(await ask(`/meetings/${made.meetingId}`)).toMatchObject({ status: 200 });
      clock.now += 2 * MINUTE;
      expect(await ask(`/meetings/${made.meetingId}`)).toMatchObject({ status: 410, code: 'MEETING_EXPIRED' });
    },
  );
});
