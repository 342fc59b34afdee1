import { request as httpRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import { controlRoutes } from '../../../src/sandbox/server/control/controlRoutes.js';
import { createApiCaller } from './support/createApiCaller.js';
import { createControlCaller } from './support/createControlCaller.js';
import { createTestSandbox, MINUTE, START } from './support/createTestSandbox.js';
import { demoSeed } from './support/demoSeed.js';
import { startReceiver } from './support/startReceiver.js';

describe('the control API', () => {
  test('lists its routes, and each GET among them responds', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
    const call = createControlCaller(sandbox);
    expect((await call('GET', '')).body['routes']).toHaveLength(controlRoutes.length);
    for (const { method, path } of controlRoutes.filter((route) => route.method === 'GET'))
      expect([path, (await call(method, path.replace(':roomName', 'demo').replace(':role', 'host'))).status]).toEqual([
        path,
        200,
      ]);
  });

  test('moves the clock', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
    const call = createControlCaller(sandbox);
    const { body } = await call('POST', '/clock', { freeze: '2026-03-01T00:00:00Z', advanceMinutes: 2 });
    expect(body).toEqual({ now: '2026-03-01T00:02:00.000Z', frozen: true });
    expect((await call('POST', '/clock', { unfreeze: true })).body['frozen']).toBe(false);
    expect((await call('POST', '/clock', { freeze: 'never' })).status).toBe(400);
    expect((await call('POST', '/clock', { advanceMs: -5 })).status).toBe(400);
  });

  test('lets people enter and leave, handles knocks, and acts for people', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
    const call = createControlCaller(sandbox);
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

  test('takes a snapshot and restores it, with pictures and clock', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
    const call = createControlCaller(sandbox);
    const { body: snapshot } = await call('GET', '/snapshot');
    await call('POST', '/rooms/demo/delete');
    sandbox.clock.advance(MINUTE);
    expect((await call('PUT', '/snapshot', snapshot)).status).toBe(204);
    expect((await call('GET', '/snapshot')).body).toEqual(snapshot);
    expect(sandbox.clock.now()).toBe(START);
    expect((await call('PUT', '/snapshot', {})).status).toBe(400);
  });

  test('resets to the seed and forgets everything else', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed, api: { pointsPerMinute: 3 } });
    const call = createControlCaller(sandbox);
    sandbox.faults.add({ path: '/nowhere' });
    await call('POST', '/rooms/demo/delete');
    await createApiCaller(sandbox)('POST', '/meetings', { endDate: '2027-01-01T00:00:00Z' });
    expect((await call('POST', '/reset')).status).toBe(204);
    expect(sandbox.world.findMeeting('demo')?.present).toHaveLength(1);
    expect(Object.keys(sandbox.world.state.meetings)).toHaveLength(1);
    expect([sandbox.faults.list(), sandbox.log(), sandbox.webhooks.list()]).toEqual([[], [], []]);
    expect((await createApiCaller(sandbox)('GET', '/meetings')).status).toBe(200);
  });

  test('triggers events, and makes deliveries go wrong', async () => {
    const target = await startReceiver();
    const sandbox = await createTestSandbox({ seed: demoSeed });
    const call = createControlCaller(sandbox);
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

  test('is closed to other websites, whatever host name they use for this machine', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
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

  test('sends CORS headers to pages of this machine, in preflights too', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
    const origin = 'http://localhost:5173';
    const asked = await fetch(`${sandbox.url}/_sandbox/state`, { method: 'OPTIONS', headers: { origin } });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
    const got = await fetch(`${sandbox.url}/_sandbox/state`, { headers: { origin } });
    expect(got.headers.get('access-control-allow-origin')).toBe(origin);
  });
});
