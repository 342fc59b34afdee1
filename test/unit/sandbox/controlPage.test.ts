import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
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

  test.each([
    ['/seed', { json: '[1' }, 'the body must be a JSON object'],
    ['/snapshot', { json: '{}' }, 'SANDBOX_SEED_INVALID'],
    ['/meetings', { roomName: 'demo', roomMode: 'group' }, 'exists already'],
    ['/rooms/demo/people', { displayName: '<b>', role: 'visitor', externalId: 'not one' }, 'externalId '],
    ['/rooms/demo/knocks', { displayName: '<b>', role: 'visitor', externalId: 'not one' }, 'externalId '],
    ['/webhooks', { url: 'nowhere' }, 'url must be an http or https URL'],
    ['/events', { type: 'nothing', roomName: '/demo' }, 'type must be one of'],
    ['/deliveries/next', { delayMs: 'soon' }, 'delayMs must be a number'],
    ['/deliveries/next', { lose: 'true', times: '-1' }, 'times must be a number'],
    ['/deliveries/settings', { timeoutMs: '5', concurrency: '0' }, 'concurrency must be 1 or more'],
    ['/clock', { advanceMinutes: '-5' }, 'advanceMinutes must be a number'],
    ['/faults', { name: 'rate-limited', times: '0' }, 'times must be 1 or more'],
    ['/faults', { path: '/v1/', method: '', status: '42', drop: '', latencyMs: '0', times: '1' }, 'status must be'],
  ])('shows at the form what %s refuses of %j', async (path, fields, problem) => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
    const answer = await fetch(`${sandbox.url}/_sandbox${path}`, { method: 'POST', body: new URLSearchParams(fields) });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('text/html');
    const html = await answer.text();
    const refused = html.split('<form').filter((form) => form.includes('role="alert"'));
    expect(refused).toHaveLength(1);
    const [form = ''] = refused;
    expect(form).toContain(`action="/_sandbox${path.replace('knocks', 'people')}"`);
    expect(form).toContain(problem);
    expect(form).toMatch(/aria-invalid="?true/);
    expect(html).not.toContain('<b>');
    for (const value of Object.values(fields)) expect(form).toContain(value.replace('<b>', '&lt;b&gt;'));
  });

  test('shows at the section what was refused of a form that is gone', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
    for (const path of ['/people/gone/leave', '/rooms/gone/delete', '/deliveries/gone/resend']) {
      const answer = await fetch(`${sandbox.url}/_sandbox${path}`, { method: 'POST', body: new URLSearchParams() });
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        404,
        expect.stringContaining('text/html'),
      ]);
      expect(await answer.text()).toContain('role="alert"');
    }
  });

  test('shows what a receiver responded, of which the beginning is kept', async () => {
    const receiver = createServer((request, response) => {
      request.resume();
      response.writeHead(400).end(`<i>${'é'.repeat(3_000)}`);
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void receiver.close());
    const { port } = receiver.address() as AddressInfo;
    const sandbox = await createTestSandbox({ webhooks: [`http://127.0.0.1:${port}/`] });
    sandbox.trigger('room.client.joined', { roomName: '/demo' });
    await sandbox.webhooks.settled();
    const [attempt] = sandbox.webhooks.list()[0]?.attempts ?? [];
    expect(attempt?.response).toBe(`<i>${'é'.repeat(1_997)}`);
    expect(await (await fetch(sandbox.url)).text()).toContain(`&lt;i&gt;${'é'.repeat(1_997)}<`);
  });
});
