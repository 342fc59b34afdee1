import { describe, expect, test } from 'vitest';
import { createApiCaller } from './support/createApiCaller.js';
import { createControlCaller } from './support/createControlCaller.js';
import { createTestSandbox } from './support/createTestSandbox.js';
import { demoSeed } from './support/demoSeed.js';
import { startReceiver } from './support/startReceiver.js';

const open = async () => {
  const sandbox = await createTestSandbox({ seed: demoSeed });
  return { sandbox, call: createControlCaller(sandbox), api: createApiCaller(sandbox) };
};

describe('over HTTP', () => {
  test('returns the room URL of a role', async () => {
    const { call } = await open();
    expect(JSON.stringify((await call('GET', '/rooms/demo/url/host')).body)).toContain('/demo?roomKey=');
    expect(JSON.stringify((await call('GET', '/rooms/demo/url/visitor')).body)).not.toContain('roomKey');
    expect((await call('GET', '/rooms/other/url/host')).status).toBe(404);
  });

  test('a simulated person knocks', async () => {
    const { sandbox, call } = await open();
    const before = sandbox.world.findMeeting('demo')?.knocks.length ?? 0;
    expect((await call('POST', '/rooms/demo/knocks', { displayName: 'Eve' })).status).toBe(200);
    expect(sandbox.world.findMeeting('demo')?.knocks).toHaveLength(before + 1);
  });

  test('starts and stops recording and transcription, and events of a transcription follow', async () => {
    const { sandbox, call } = await open();
    const receiver = await startReceiver();
    await call('POST', '/webhooks', { url: receiver.url });
    await call('POST', '/rooms/demo/people', { displayName: 'Bob' });
    expect((await call('POST', '/rooms/demo/capture', { transcription: true })).status).toBeLessThan(300);
    expect((await call('POST', '/rooms/demo/capture', { transcription: 'yes' })).status).toBe(400);
    sandbox.clock.advance(60_000);
    await call('POST', '/rooms/demo/capture', { transcription: false });
    sandbox.clock.advance(60 * 60_000);
    const deliveries = async () => JSON.stringify((await call('GET', '/deliveries')).body);
    await expect.poll(deliveries).toContain('transcription.started');
    await expect.poll(deliveries).toContain('transcription.finished');
  });

  test('makes a transcription in progress fail', async () => {
    const { sandbox, call } = await open();
    await call('POST', '/rooms/demo/people', { displayName: 'Bob' });
    await call('POST', '/rooms/demo/capture', { transcription: true });
    sandbox.clock.advance(60_000);
    const [id = ''] = Object.keys(sandbox.world.state.transcriptions);
    await call('POST', `/transcriptions/${id}/fail`);
    expect(sandbox.world.state.transcriptions[id]).toMatchObject({ outcome: { failed: true } });
    expect((await call('POST', '/transcriptions/none/fail')).status).toBe(404);
  });

  test('requests an assistant, for endpoints that name its type', async () => {
    const { call } = await open();
    const receiver = await startReceiver();
    await call('POST', '/webhooks', { url: receiver.url, types: ['assistant.requested'] });
    expect((await call('POST', '/rooms/demo/assistant')).status).toBeLessThan(300);
    await expect.poll(() => receiver.received.map(({ body }) => body).join()).toContain('assistant.requested');
  });

  test('holds deliveries back, and releases them', async () => {
    const { call } = await open();
    const receiver = await startReceiver();
    await call('POST', '/webhooks', { url: receiver.url });
    await call('POST', '/deliveries/hold', {});
    await call('POST', '/rooms/demo/people', { displayName: 'Bob' });
    await expect
      .poll(async () => JSON.stringify((await call('GET', '/deliveries')).body))
      .toContain('room.client.joined');
    expect(receiver.received).toEqual([]);
    await call('POST', '/deliveries/release', { order: 'same' });
    await expect.poll(() => receiver.received.length).toBeGreaterThan(0);
  });

  test('sets allowed domains, lists faults and the requests to the REST API, and drops connections', async () => {
    const { call, api } = await open();
    expect((await call('POST', '/allowed-domains', { domains: ['https://app.example'] })).status).toBeLessThan(300);
    expect((await call('POST', '/allowed-domains', { domains: 5 })).status).toBe(400);
    await api('GET', '/meetings');
    expect(JSON.stringify((await call('GET', '/log')).body)).toContain('/meetings');
    await call('POST', '/faults', { path: '/v1/meetings', status: 503 });
    expect(JSON.stringify((await call('GET', '/faults')).body)).toContain('503');
    expect((await call('POST', '/drop-connections')).status).toBeLessThan(300);
  });
});
