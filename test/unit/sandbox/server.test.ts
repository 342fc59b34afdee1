import { request as httpRequest } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { generate } from 'selfsigned';
import { WebSocket } from 'ws';
import { startSandbox } from '../../../src/sandbox/index.js';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { controlRoutes } from '../../../src/sandbox/server/control/controlRoutes.js';
import type { FromRooms, ToRooms } from '../../../src/sandbox/wire.js';
import { createApiCaller, MINUTE, startReceiver, createTestSandbox, START } from './support/createTestSandbox.js';
import { selfState } from '../../support/selfState.js';

const seed = {
  now: '2026-01-01T10:00:00.000Z',
  meetings: [
    {
      roomName: 'demo',
      isLocked: true,
      people: [{ displayName: 'Ada', role: 'host' as const }],
      knocking: [{ displayName: 'Kim' }],
    },
  ],
};

const control = (sandbox: Sandbox) => async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : undefined) as Record<string, never> };
};

/** A room page over a real socket. */
async function page(sandbox: Sandbox, hello: Partial<Extract<ToRooms, { type: 'hello' }>> = {}) {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/rooms/socket`, { origin: sandbox.url });
  onTestFinished(() => socket.terminate());
  const heard: FromRooms[] = [];
  const waiters = new Set<() => void>();
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)) as FromRooms);
    for (const waiter of waiters) waiter();
  });
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('open', () => resolve()));
  const say = (message: ToRooms) => socket.send(JSON.stringify(message));
  const hear = <Type extends FromRooms['type']>(
    type: Type,
    where: (message: Extract<FromRooms, { type: Type }>) => boolean = () => true,
  ) =>
    new Promise<Extract<FromRooms, { type: Type }>>((resolve) => {
      const look = () => {
        const found = heard.find(
          (message): message is Extract<FromRooms, { type: Type }> =>
            message.type === type && where(message as Extract<FromRooms, { type: Type }>),
        );
        if (!found) return;
        waiters.delete(look);
        resolve(found);
      };
      waiters.add(look);
      look();
    });
  say({ type: 'hello', roomName: '/demo', roomKey: null, deviceId: 'd', pageOrigin: null, ...hello });
  return { socket, say, hear, heard };
}

const self = selfState('Zed');

describe('starting', () => {
  test('several run side by side, each with its own rooms', async () => {
    const [one, two] = await Promise.all([createTestSandbox({ seed }), createTestSandbox()]);
    expect(one.url).not.toBe(two.url);
    expect(one.world.findMeeting('demo')).toBeDefined();
    expect(two.world.findMeeting('demo')).toBeUndefined();
  });

  test('a port that is taken, an option or a seed that is wrong is said at once, and nothing keeps listening', async () => {
    const sandbox = await createTestSandbox();
    const port = Number(new URL(sandbox.url).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'SANDBOX_PORT_TAKEN' });
    await expect(startSandbox({ roomOrigin: 'acme.whereby.com' })).rejects.toMatchObject({
      code: 'SANDBOX_OPTION_INVALID',
    });
    await expect(startSandbox({ webhooks: ['nowhere'] })).rejects.toMatchObject({ code: 'SANDBOX_OPTION_INVALID' });
    for (const bad of [
      { meetings: [{ endDate: 'soon' }] },
      { meetings: {} },
      { now: 'x' },
      { meetings: [{ roomName: 'a/b' }] },
      { meetings: [{ roomName: 5 }] },
      { meetings: [null] },
      { meetings: [{ people: [null] }] },
      { meetings: [{ people: [{ role: 'king' }] }] },
      { meetings: [{ people: [{ displayName: 5 }] }] },
      { meetings: [{ knocking: {} }] },
      { meetings: [{ keys: { a: 'king' } }] },
      { meetings: [{ recording: 'cloud' }] },
      { meetings: [{ roomMode: 'huge' }] },
      { meetings: [{ endDate: 7 }] },
    ])
      await expect(startSandbox({ seed: bad as never })).rejects.toMatchObject({ code: 'SANDBOX_SEED_INVALID' });
  });

  test('closing twice is no error, and lets go of the port', async () => {
    const sandbox = await startSandbox();
    const port = Number(new URL(sandbox.url).port);
    await sandbox.close();
    await sandbox.close();
    const again = await startSandbox({ port });
    await again.close();
  });

  test('rooms have the origin and the subdomain they are given', async () => {
    const sandbox = await createTestSandbox({ roomOrigin: 'https://acme.whereby.com', seed });
    expect(sandbox.roomUrl('demo')).toBe('https://acme.whereby.com/demo');
    expect(sandbox.roomUrl('demo', 'host')).toMatch(/^https:\/\/acme\.whereby\.com\/demo\?roomKey=eyJ/);
    expect(() => sandbox.roomUrl('nope')).toThrow(expect.objectContaining({ code: 'SANDBOX_ROOM_UNKNOWN' }));
    expect(sandbox.trigger('room.session.started').data['subdomain']).toBe('acme');
  });

  test('every room name answers the room page, so that reloading works', async () => {
    const sandbox = await createTestSandbox({ seed });
    for (const name of ['demo', 'demo?roomKey=abc', 'not-there', 'with-dash_and.dot']) {
      const answer = await fetch(`${sandbox.url}/${name}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
      expect(answer.headers.get('x-frame-options')).toBeNull();
    }
    expect((await fetch(`${sandbox.url}/two/parts`)).status).toBe(404);
  });
});

test('serves the same rooms over https, under the names of organisations led to it', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '*.whereby.com' }]);
  const sandbox = await createTestSandbox({ tls: { key, cert }, roomOrigin: 'https://acme.whereby.com', seed });
  expect(sandbox.roomUrl('demo')).toBe('https://acme.whereby.com/demo');
  const { port } = new URL(sandbox.tlsUrl ?? '');
  const opened = (name: string) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`wss://127.0.0.1:${port}/rooms/socket`, {
        rejectUnauthorized: false,
        origin: `https://${name}`,
        headers: { host: name },
      });
      socket.on('open', () => {
        resolve('open');
        socket.terminate();
      });
      socket.on('error', () => resolve('refused'));
    });
  expect(await opened('acme.whereby.com')).toBe('open');
  expect(await opened('other.whereby.com')).toBe('open');
  expect(await opened('evil.example')).toBe('refused');
});

test('pages that may frame a room are told to the browser where chosen', async () => {
  const sandbox = await createTestSandbox({ frameAncestors: ['https://app.example', 'https://*.acme.com'] });
  const { headers } = await fetch(`${sandbox.url}/demo`);
  expect(headers.get('content-security-policy')).toBe('frame-ancestors https://app.example https://*.acme.com');
});

describe('the rooms’ socket', () => {
  test('brings two pages together', async () => {
    const sandbox = await createTestSandbox({ seed: { meetings: [{ roomName: 'demo' }] } });
    const one = await page(sandbox);
    const two = await page(sandbox, {
      roomKey: sandbox.world.keyFor(sandbox.world.findMeeting('demo')?.meetingId ?? '', 'host'),
    });
    one.say({ type: 'enter', self, externalId: 'e', metadata: 'm' });
    await one.hear('entered');
    two.say({ type: 'enter', self: { ...self, displayName: 'Hal' }, externalId: null, metadata: null });
    const { room } = await one.hear('room', (message) => message.room.participants.length === 2);
    expect(room.participants.map(({ displayName, role }) => [displayName, role])).toEqual([
      ['Zed', 'visitor'],
      ['Hal', 'host'],
    ]);
    two.socket.terminate();
    await one.hear('room', (message) => message.room.participants.length === 1);
  });

  test('tells which pages’ commands count', async () => {
    const sandbox = await createTestSandbox({ seed, allowedDomains: ['https://app.example'] });
    const allowed = async (pageOrigin: string | null) =>
      (await (await page(sandbox, { pageOrigin })).hear('welcome')).commandsAllowed;
    expect([await allowed('https://app.example'), await allowed('https://else.example'), await allowed(null)]).toEqual([
      true,
      false,
      false,
    ]);
    sandbox.setAllowedDomains(null);
    expect(await allowed('https://else.example')).toBe(true);
  });

  test('outlives what is not JSON and what is too long', async () => {
    const sandbox = await createTestSandbox({ seed });
    const broken = await page(sandbox);
    broken.socket.send('not json');
    broken.socket.send('[]');
    broken.socket.send('null');
    broken.socket.send(JSON.stringify({ type: 'hello' }));
    await broken.hear('refused');
    const closed = new Promise((resolve) => broken.socket.once('close', resolve));
    broken.socket.send('x'.repeat(300_000));
    await closed;
    expect((await (await page(sandbox)).hear('welcome')).room.roomName).toBe('/demo');
  });

  test('is closed to pages of other websites', async () => {
    const sandbox = await createTestSandbox({ seed });
    const outcome = (origin: string | undefined) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/rooms/socket`, origin ? { origin } : {});
        socket.on('open', () => (resolve('open'), socket.terminate()));
        socket.on('error', () => resolve('refused'));
      });
    expect(await outcome('https://evil.example')).toBe('refused');
    expect(await outcome('null')).toBe('refused');
    expect(await outcome('http://localhost:3000')).toBe('open');
    expect(await outcome(undefined)).toBe('open');
  });

  test('is cut on demand', async () => {
    const sandbox = await createTestSandbox({ seed });
    const { socket, hear } = await page(sandbox);
    await hear('welcome');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    sandbox.dropConnections();
    await closed;
  });

  test('tells of a clock that was moved', async () => {
    const sandbox = await createTestSandbox({ seed });
    const { hear } = await page(sandbox);
    await hear('welcome');
    sandbox.clock.advance(MINUTE);
    expect((await hear('clock')).now).toBe(new Date(START + MINUTE).toISOString());
  });
});

describe('the control API', () => {
  test('lists itself, and each GET of the list answers', async () => {
    const sandbox = await createTestSandbox({ seed });
    const call = control(sandbox);
    expect((await call('GET', '')).body['routes']).toHaveLength(controlRoutes.length);
    for (const { method, path } of controlRoutes.filter((route) => route.method === 'GET'))
      expect([path, (await call(method, path.replace(':roomName', 'demo').replace(':role', 'host'))).status]).toEqual([
        path,
        200,
      ]);
  });

  test('moves the clock', async () => {
    const sandbox = await createTestSandbox({ seed });
    const call = control(sandbox);
    const { body } = await call('POST', '/clock', { freeze: '2026-03-01T00:00:00Z', advanceMinutes: 2 });
    expect(body).toEqual({ now: '2026-03-01T00:02:00.000Z', frozen: true });
    expect((await call('POST', '/clock', { unfreeze: true })).body['frozen']).toBe(false);
    expect((await call('POST', '/clock', { freeze: 'never' })).status).toBe(400);
    expect((await call('POST', '/clock', { advanceMs: -5 })).status).toBe(400);
  });

  test('lets people in and out, answers knocks, and acts for them', async () => {
    const sandbox = await createTestSandbox({ seed });
    const call = control(sandbox);
    const { body } = await call('POST', '/rooms/demo/people', { displayName: 'Bob', camera: false });
    const participantId = String(body['participantId']);
    await call('POST', `/people/${participantId}/act`, { type: 'say', text: 'Hello' });
    const room = () => sandbox.world.findMeeting('demo');
    expect(room()?.chat.map(({ text }) => text)).toEqual(['Hello']);
    const knockId = room()?.knocks[0]?.knockId ?? '';
    expect((await call('POST', `/rooms/demo/knocks/${knockId}`, { answer: 'maybe' })).status).toBe(400);
    expect((await call('POST', `/rooms/demo/knocks/${knockId}`, { answer: 'admit' })).status).toBe(200);
    expect((await call('POST', `/rooms/demo/knocks/${knockId}`, { answer: 'admit' })).status).toBe(404);
    expect(room()?.present).toHaveLength(3);
    await call('POST', `/people/${participantId}/leave`);
    expect(room()?.present).toHaveLength(2);
    await call('POST', '/rooms/demo/people', {});
    await call('POST', '/rooms/demo/people', {});
    expect((await call('POST', '/rooms/demo/people', {})).body).toEqual({ error: 'the room is full' });
    expect((await call('POST', '/rooms/other/people', {})).status).toBe(404);
    expect((await call('POST', '/rooms/demo/people', { role: 'king' })).status).toBe(400);
    expect((await call('POST', '/rooms/demo/delete')).status).toBe(204);
    expect((await call('POST', '/rooms/demo/people', {})).status).toBe(404);
  });

  test('takes a snapshot and puts it back, pictures and clock with it', async () => {
    const sandbox = await createTestSandbox({ seed });
    const call = control(sandbox);
    const { body: snapshot } = await call('GET', '/snapshot');
    await call('POST', '/rooms/demo/delete');
    sandbox.clock.advance(MINUTE);
    expect((await call('PUT', '/snapshot', snapshot)).status).toBe(204);
    expect((await call('GET', '/snapshot')).body).toEqual(snapshot);
    expect(sandbox.clock.now()).toBe(START);
    expect((await call('PUT', '/snapshot', {})).status).toBe(400);
  });

  test('a reset brings the seed back and forgets all else', async () => {
    const sandbox = await createTestSandbox({ seed, api: { pointsPerMinute: 3 } });
    const call = control(sandbox);
    sandbox.faults.add({ path: '/nowhere' });
    await call('POST', '/rooms/demo/delete');
    await createApiCaller(sandbox)('POST', '/meetings', { endDate: '2027-01-01T00:00:00Z' });
    expect((await call('POST', '/reset')).status).toBe(204);
    expect(sandbox.world.findMeeting('demo')?.present).toHaveLength(1);
    expect(Object.keys(sandbox.world.state.meetings)).toHaveLength(1);
    expect([sandbox.faults.list(), sandbox.log(), sandbox.webhooks.list()]).toEqual([[], [], []]);
    expect((await createApiCaller(sandbox)('GET', '/meetings')).status).toBe(200);
  });

  test('sends events, and plans what goes wrong with them', async () => {
    const target = await startReceiver();
    const sandbox = await createTestSandbox({ seed });
    const call = control(sandbox);
    expect((await call('POST', '/webhooks', { url: 'javascript:alert(1)' })).status).toBe(400);
    const { body } = await call('POST', '/webhooks', { url: target.url });
    await call('POST', '/deliveries/next', { lose: true });
    for (const type of ['room.client.joined', 'room.client.left'])
      expect((await call('POST', '/events', { type, roomName: '/demo', data: { displayName: 'Zoe' } })).status).toBe(
        200,
      );
    expect((await call('POST', '/events', { type: 'nonsense' })).status).toBe(400);
    await sandbox.webhooks.settled();
    expect(target.types()).toEqual(['room.client.left']);
    const deliveries = (await call('GET', '/deliveries')).body as unknown as { id: string; state: string }[];
    expect(deliveries.map(({ state }) => state)).toEqual(['lost', 'delivered']);
    expect((await call('POST', `/deliveries/${deliveries[0]?.id}/resend`)).status).toBe(204);
    await sandbox.webhooks.settled();
    expect(target.types()).toEqual(['room.client.left', 'room.client.joined']);
    expect((await call('POST', '/deliveries/settings', { timeoutMs: 10, retryDelaysMs: [1] })).body).toMatchObject({
      timeoutMs: 10,
      retryDelaysMs: [1],
    });
    await call('POST', `/webhooks/${String(body['id'])}/remove`);
    expect(sandbox.webhooks.endpoints).toEqual([]);
  });

  test('is closed to other websites, whatever name they use for this machine', async () => {
    const sandbox = await createTestSandbox({ seed });
    const status = async (headers: Record<string, string>) => {
      const { port } = new URL(sandbox.url);
      return new Promise<number>((resolve, reject) => {
        const request = httpRequest(
          {
            host: '127.0.0.1',
            port,
            path: '/_sandbox/reset',
            method: 'POST',
            headers: { 'content-length': '0', ...headers },
          },
          (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          },
        );
        request.on('error', reject);
        request.end();
      });
    };
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({ host: 'evil.example' })).toBe(403);
    expect(await status({ host: 'evil.example', origin: 'http://evil.example' })).toBe(403);
    expect(await status({ origin: 'http://localhost:5173' })).toBe(204);
    expect(await status({})).toBe(204);
  });

  test('answers pages of this machine with CORS headers, also before they ask', async () => {
    const sandbox = await createTestSandbox({ seed });
    const origin = 'http://localhost:5173';
    const asked = await fetch(`${sandbox.url}/_sandbox/state`, { method: 'OPTIONS', headers: { origin } });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
    const got = await fetch(`${sandbox.url}/_sandbox/state`, { headers: { origin } });
    expect(got.headers.get('access-control-allow-origin')).toBe(origin);
  });
});

describe('the control page', () => {
  test('shows what is there, with every name as text', async () => {
    const sandbox = await createTestSandbox({
      seed: { meetings: [{ roomName: 'demo', people: [{ displayName: '<img src=x onerror=alert(1)>"\'&' }] }] },
    });
    const html = await (await fetch(sandbox.url)).text();
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
    expect(html).not.toContain('<img');
    expect(html).toContain(sandbox.apiUrl);
  });

  test('a seed or a snapshot that cannot be used leaves everything as it was', async () => {
    const sandbox = await createTestSandbox({ seed });
    const before = JSON.stringify(sandbox.snapshot());
    const { world, clock, images } = sandbox.snapshot();
    const call = control(sandbox);
    const { names: _names, ...lacking } = world;
    for (const [method, path, bad] of [
      ['POST', '/seed', { meetings: [{ roomName: 'new' }, { people: [null] }] }],
      ['PUT', '/snapshot', { world: {}, clock: {} }],
      ['PUT', '/snapshot', { world: null, clock: null }],
      ['POST', '/snapshot', { world: lacking, clock, images }],
      ['POST', '/snapshot', { world, clock: { ...clock, now: 'now' }, images }],
      ['POST', '/snapshot', { world: { ...world, jobs: {} }, clock, images }],
    ] as const) {
      const answer = await call(method, path, bad);
      expect([answer.status, answer.body]).toEqual([
        400,
        { error: expect.stringContaining('SANDBOX_SEED_INVALID') as string },
      ]);
    }
    expect(JSON.stringify(sandbox.snapshot())).toBe(before);
    for (const bad of [{ concurrency: 0 }, { timeoutMs: 0 }])
      expect((await call('POST', '/deliveries/settings', bad)).status).toBe(400);
  });

  test('has a button for everything the control API does', async () => {
    const sandbox = await createTestSandbox({
      webhooks: ['http://127.0.0.1:9/'],
      seed: {
        meetings: [{ roomName: 'demo', people: [{ displayName: 'Ada' }], knocking: [{ displayName: 'Kim' }] }],
      },
    });
    const { meetingId } = sandbox.world.findMeeting('demo') ?? { meetingId: '' };
    sandbox.world.setTranscription(meetingId, true);
    sandbox.clock.advance(1_000);
    const html = await (await fetch(sandbox.url)).text();
    const actions = [...html.matchAll(/(?:form)?action="\/_sandbox([^"]+)"/g)].map(([, action]) => action ?? '');
    const missing = controlRoutes
      .filter(({ method }) => method === 'POST')
      .filter(
        ({ path }) => !actions.some((action) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(action)),
      )
      .map(({ path }) => path);
    expect(missing).toEqual([]);
    // And nothing that leads nowhere.
    for (const action of actions)
      expect(
        controlRoutes.some(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(action)),
        action,
      ).toBe(true);
  });

  test('takes what is more than texts as JSON in a field: a seed, a snapshot, what someone does', async () => {
    const sandbox = await createTestSandbox();
    const post = async (path: string, json: unknown) => {
      const body = new URLSearchParams({ json: typeof json === 'string' ? json : JSON.stringify(json) });
      return (await fetch(`${sandbox.url}/_sandbox${path}`, { method: 'POST', body, redirect: 'manual' })).status;
    };
    expect(await post('/seed', { meetings: [{ roomName: 'demo', people: [{ displayName: 'Ada' }] }] })).toBe(303);
    const [participantId = ''] = sandbox.world.findMeeting('demo')?.present ?? [];
    const kept = sandbox.snapshot();
    expect(await post(`/people/${participantId}/act`, { type: 'update', changes: { handRaised: true } })).toBe(303);
    const isRaised = () => sandbox.world.state.stays[participantId]?.self.handRaised;
    expect(isRaised()).toBe(true);
    expect(await post('/snapshot', kept)).toBe(303);
    expect(isRaised()).toBe(false);
    expect(await post('/seed', '{ "meetings":')).toBe(400);
    expect(await post('/seed', '[]')).toBe(400);
  });

  test('has forms that work without scripts', async () => {
    const sandbox = await createTestSandbox();
    const answer = await fetch(`${sandbox.url}/_sandbox/meetings`, {
      method: 'POST',
      body: new URLSearchParams({ roomName: 'made', roomMode: 'group', isLocked: 'true' }),
      redirect: 'manual',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/#meetings']);
    expect(sandbox.world.findMeeting('made')).toMatchObject({ locked: true, roomMode: 'group' });
  });
});

describe('faults', () => {
  test('answer with a status, so often, and where they are meant to', async () => {
    const sandbox = await createTestSandbox();
    const call = createApiCaller(sandbox);
    sandbox.faults.add({ status: 503, times: 2, path: '/v1/meetings', method: 'get' });
    expect((await call('GET', '/recordings')).status).toBe(200);
    expect((await call('GET', '/meetings')).status).toBe(503);
    expect((await call('GET', '/meetings')).status).toBe(503);
    expect((await call('GET', '/meetings')).status).toBe(200);
  });

  test('drop a connection before anything was done, or after', async () => {
    const sandbox = await createTestSandbox();
    const body = { endDate: new Date(START + MINUTE).toISOString() };
    const meetings = () => Object.keys(sandbox.world.state.meetings).length;
    sandbox.faults.add({ drop: 'before', times: 1 });
    await expect(createApiCaller(sandbox)('POST', '/meetings', body)).rejects.toThrow();
    expect(meetings()).toBe(0);
    sandbox.faults.add({ drop: 'after', times: 1 });
    await expect(createApiCaller(sandbox)('POST', '/meetings', body)).rejects.toThrow();
    expect(meetings()).toBe(1);
  });

  test('make answers late, and can be taken back by id or all at once', async () => {
    const sandbox = await createTestSandbox();
    const call = createApiCaller(sandbox);
    const { id } = sandbox.faults.add({ latencyMs: 50 });
    const before = Date.now();
    await call('GET', '/meetings');
    expect(Date.now() - before).toBeGreaterThanOrEqual(49);
    sandbox.faults.remove(id);
    sandbox.faults.add({ status: 500 });
    sandbox.faults.clear();
    expect((await call('GET', '/meetings')).status).toBe(200);
  });

  test('never reach the control API', async () => {
    const sandbox = await createTestSandbox();
    sandbox.faults.add({ status: 500, path: '/' });
    expect((await control(sandbox)('POST', '/faults/clear')).status).toBe(204);
  });
});

test('the log holds what was asked for, and no key', async () => {
  const sandbox = await createTestSandbox();
  await createApiCaller(sandbox)('GET', '/meetings?limit=5');
  sandbox.faults.add({ status: 502 });
  await createApiCaller(sandbox)('DELETE', '/meetings/1');
  expect(sandbox.log()).toMatchObject([
    { method: 'GET', path: '/v1/meetings', status: 200 },
    { method: 'DELETE', path: '/v1/meetings/1', status: 502 },
  ]);
  expect(JSON.stringify(sandbox.log())).not.toContain(sandbox.apiKey);
});
