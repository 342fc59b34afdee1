import { describe, expect, test } from 'vitest';
import { controlRoutes } from '../../../src/sandbox/server/control/controlRoutes.js';
import { createControlCaller } from './support/createControlCaller.js';
import { createTestSandbox } from './support/createTestSandbox.js';
import { demoSeed } from './support/demoSeed.js';

describe('the control page', () => {
  test('escapes every name', async () => {
    const sandbox = await createTestSandbox({
      seed: { meetings: [{ roomName: 'demo', people: [{ displayName: '<img src=x onerror=alert(1)>"\'&' }] }] },
    });
    const html = await (await fetch(sandbox.url)).text();
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
    expect(html).not.toContain('<img');
    expect(html).toContain(sandbox.apiUrl);
  });

  test('leaves everything as it is if a seed or a snapshot is invalid', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
    const before = JSON.stringify(sandbox.snapshot());
    const { world, clock, images } = sandbox.snapshot();
    const call = createControlCaller(sandbox);
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
    for (const bad of [{ concurrency: 0 }, { timeoutMs: -1 }, { retryDelaysMs: [-1] }])
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
    sandbox.faults.add('garbage');
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

  test('sends more than texts as JSON in a field: a seed, a snapshot, a message', async () => {
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
