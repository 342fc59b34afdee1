import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { FaultName } from '../../../src/sandbox/server/Faults.js';
import { faultNames } from '../../../src/sandbox/server/faultSchema.js';
import { createApiCaller } from './support/createApiCaller.js';
import { createControlCaller } from './support/createControlCaller.js';
import { createTestSandbox, MINUTE, START } from './support/createTestSandbox.js';
import { startReceiver } from './support/startReceiver.js';

const body = { endDate: new Date(START + MINUTE).toISOString() };

/** A sandbox with this fault for one request, and what came of a meeting that a client wanted. */
async function createUnder(name: FaultName) {
  const sandbox = await createTestSandbox();
  sandbox.faults.add({ name, times: 1 });
  const answer = await fetch(`${sandbox.apiUrl}/meetings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
    .then(async (response) => ({ status: response.status, headers: response.headers, text: await response.text() }))
    .catch((error: Error) => error);
  const made = Object.keys(sandbox.world.state.meetings).length;
  expect(sandbox.faults.list()).toEqual([]);
  expect((await createApiCaller(sandbox)('POST', '/meetings', body)).status).toBe(201);
  return { answer, made };
}

describe('a fault by name', () => {
  test.each([
    ['rate-limited', 429],
    ['server-error', 500],
    ['unavailable', 503],
  ] as const)('%s responds with %i and does nothing', async (name, status) => {
    const { answer, made } = await createUnder(name);
    expect([answer, made]).toEqual([expect.objectContaining({ status }), 0]);
    if (name === 'rate-limited' && !(answer instanceof Error)) {
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(JSON.parse(answer.text)).toMatchObject({ data: { msLeft: 1_000 } });
    }
  });

  test('garbage responds with a page, though the meeting was created', async () => {
    const { answer, made } = await createUnder('garbage');
    expect([answer, made]).toEqual([
      expect.objectContaining({ status: 200, text: expect.stringMatching(/^<!doctype/) as string }),
      1,
    ]);
  });

  test.each([['half-body'], ['lost-answer']] as const)(
    '%s fails at the client, though the meeting was created',
    async (name) => {
      const { answer, made } = await createUnder(name);
      expect(answer).toBeInstanceOf(Error);
      expect(made).toBe(1);
    },
  );

  test('lost-request fails before anything is done', async () => {
    const { answer, made } = await createUnder('lost-request');
    expect(answer).toBeInstanceOf(Error);
    expect(made).toBe(0);
  });

  test('half-body announces all of it and sends half', async () => {
    const sandbox = await createTestSandbox();
    sandbox.faults.add('half-body');
    const [announced, sent] = await new Promise<[number, number]>((resolve, reject) => {
      request(`${sandbox.apiUrl}/meetings`, { headers: { authorization: `Bearer ${sandbox.apiKey}` } }, (response) => {
        let length = 0;
        response.on('data', (chunk: Buffer) => (length += chunk.length));
        response.on('error', () => undefined);
        response.on('close', () => resolve([Number(response.headers['content-length']), length]));
      })
        .on('error', reject)
        .end();
    });
    expect(announced).toBe('{"results":[],"cursor":null}'.length);
    expect(sent).toBe(announced / 2);
  });

  test('no-answer never responds, though the meeting was created', async () => {
    const sandbox = await createTestSandbox();
    sandbox.faults.add({ name: 'no-answer', times: 1 });
    const client = new AbortController();
    const stop = sandbox.world.on(() => client.abort());
    await expect(
      fetch(`${sandbox.apiUrl}/meetings`, {
        method: 'POST',
        headers: { authorization: `Bearer ${sandbox.apiKey}` },
        body: JSON.stringify(body),
        signal: client.signal,
      }),
    ).rejects.toThrow();
    stop();
    expect(Object.keys(sandbox.world.state.meetings)).toHaveLength(1);
  });

  test('slow responds after its latency, which can be changed', async () => {
    const sandbox = await createTestSandbox();
    sandbox.faults.add({ name: 'slow', latencyMs: 30 });
    const before = Date.now();
    await createApiCaller(sandbox)('GET', '/meetings');
    expect(Date.now() - before).toBeGreaterThanOrEqual(29);
    expect(sandbox.faults.list()).toMatchObject([{ name: 'slow', latencyMs: 30 }]);
  });

  test('deliveries-dropped sends nothing until it is removed', async () => {
    const target = await startReceiver();
    const sandbox = await createTestSandbox({ webhooks: [target.url], faults: ['deliveries-dropped'] });
    sandbox.trigger('room.session.started');
    const [fault] = sandbox.faults.list();
    sandbox.faults.remove(fault?.id ?? '');
    sandbox.trigger('room.session.ended');
    await sandbox.webhooks.settled();
    expect(target.types()).toEqual(['room.session.ended']);
    sandbox.reset();
    expect(sandbox.faults.list()).toMatchObject([{ name: 'deliveries-dropped' }]);
  });

  test('deliveries-doubled sends each event twice with one id, as often as chosen', async () => {
    const target = await startReceiver();
    const sandbox = await createTestSandbox({ webhooks: [target.url] });
    sandbox.faults.add({ name: 'deliveries-doubled', times: 1 });
    const { id } = sandbox.trigger('room.session.started');
    sandbox.trigger('room.session.ended');
    await sandbox.webhooks.settled();
    const ids = target.received.map((one) => (JSON.parse(one.body) as { id: string }).id);
    expect(ids).toHaveLength(3);
    expect(ids.filter((one) => one === id)).toHaveLength(2);
    expect(sandbox.faults.list()).toEqual([]);
  });

  test('deliveries-shuffled sends every event, in another order than they happened', async () => {
    const target = await startReceiver();
    const sandbox = await createTestSandbox({ webhooks: [target.url], seed: demoSeedAt });
    sandbox.faults.add({ name: 'deliveries-shuffled', deliveries: { shuffleMs: 200 } });
    const sent = Array.from({ length: 12 }, () => sandbox.trigger('room.client.joined').id);
    await sandbox.webhooks.settled();
    const arrived = target.received.map((one) => (JSON.parse(one.body) as { id: string }).id);
    expect(arrived.toSorted()).toEqual(sent.toSorted());
    expect(arrived).not.toEqual(sent);
  });

  test('deliveries-late sends later, and only the chosen type', async () => {
    const target = await startReceiver();
    const sandbox = await createTestSandbox({ webhooks: [target.url] });
    sandbox.faults.add({ name: 'deliveries-late', deliveries: { type: 'room.client.joined', delayMs: 30 } });
    for (const type of ['room.client.joined', 'room.client.left'] as const) sandbox.trigger(type);
    await sandbox.webhooks.settled();
    expect(target.types()).toEqual(['room.client.left', 'room.client.joined']);
  });

  test.each(faultNames)('%s can be switched on and off over HTTP', async (name) => {
    const sandbox = await createTestSandbox();
    const call = createControlCaller(sandbox);
    const { status, body: answer } = await call('POST', '/faults', { name });
    expect(status).toBe(200);
    expect((await call('GET', '/faults')).body).toMatchObject([{ name }]);
    expect((await call('POST', `/faults/${String(answer['id'])}/remove`)).status).toBe(204);
    expect((await call('GET', '/faults')).body).toEqual([]);
  });

  test('that is not in the list is refused with the names that are', async () => {
    const sandbox = await createTestSandbox();
    expect(() => sandbox.faults.add('garbag' as never)).toThrow(/SANDBOX_OPTION_INVALID[^]*rate-limited, /);
    const { status, body: answer } = await createControlCaller(sandbox)('POST', '/faults', { name: 'x' });
    expect([status, answer['error']]).toEqual([400, expect.stringContaining('rate-limited, ')]);
    await expect(createTestSandbox({ faults: ['x' as never] })).rejects.toMatchObject({
      code: 'SANDBOX_OPTION_INVALID',
    });
  });
});

/** With a seed the delays of a shuffle are the same every time. */
const demoSeedAt = { now: new Date(START).toISOString(), meetings: [{ roomName: 'demo' }] };
