import { describe, expect, test } from 'vitest';
import { createApiCaller } from './support/createApiCaller.js';
import { createControlCaller } from './support/createControlCaller.js';
import { createTestSandbox } from './support/createTestSandbox.js';

const seed = {
  meetings: [
    { roomName: 'demo', people: [{ displayName: 'Ada', role: 'host' as const }] },
    { roomNamePrefix: 'made-', meetingId: 'chosen-1' },
  ],
};

describe('a seed', () => {
  test('keeps the meetingId that it names', async () => {
    const sandbox = await createTestSandbox({ seed });
    expect(sandbox.world.state.meetings['chosen-1']?.roomName).toMatch(/^\/made-/);
    expect((await createApiCaller(sandbox)('GET', '/meetings/chosen-1')).status).toBe(200);
  });

  test('gives the same ids and keys every time, at start, over HTTP and after a reset', async () => {
    const atStart = await createTestSandbox({ seed });
    const overHttp = await createTestSandbox();
    await createControlCaller(overHttp)('POST', '/seed', seed);
    const read = ({ world }: typeof atStart) =>
      Object.values(world.state.meetings).map(({ meetingId, roomName, keys, present }) => [
        meetingId,
        roomName,
        keys,
        present,
      ]);
    const first = read(atStart);
    expect(read(overHttp)).toEqual(first);
    // What comes later follows from it, too.
    const made = atStart.world.createMeeting({ endDate: Date.now() + 1_000 });
    atStart.reset();
    expect(read(atStart)).toEqual(first);
    expect(atStart.world.createMeeting({ endDate: Date.now() + 1_000 }).meetingId).toBe(made.meetingId);
  });

  test('without names gives other ids the second time', async () => {
    const sandbox = await createTestSandbox();
    const unnamed = { meetings: [{ people: [{ displayName: 'Ada' }] }] };
    sandbox.seed(unnamed);
    sandbox.seed(unnamed);
    expect(Object.keys(sandbox.world.state.meetings)).toHaveLength(2);
    expect(Object.keys(sandbox.world.state.stays)).toHaveLength(2);
  });

  test.each<[string, object, string]>([
    ['a misspelled field of a meeting', { meetings: [{ roomNam: 'demo' }] }, 'meetings.0.roomNam is unknown'],
    ['a misspelled field of a person', { meetings: [{ people: [{ rol: 'host' }] }] }, 'people.0.rol is unknown'],
    ['a misspelled list', { meeting: [] }, 'meeting is unknown'],
    ['an invalid externalId', { meetings: [{ people: [{ externalId: 'a b' }] }] }, 'externalId must have 1 to 36'],
    [
      'a long externalId',
      { meetings: [{ knocking: [{ externalId: 'a'.repeat(37) }] }] },
      'externalId must have 1 to 36',
    ],
    ['one room twice', { meetings: [{ roomName: 'demo' }, { roomName: '/demo/' }] }, 'there is a room /demo already'],
    ['one id twice', { meetings: [{ meetingId: 'a' }, { meetingId: 'a' }] }, 'there is a meeting a already'],
    ['too many people', { meetings: [{ people: [{}, {}, {}, {}, {}] }] }, 'at most 4 people'],
    [
      'people in a meeting that is over',
      { meetings: [{ endDate: '2020-01-01', people: [{}] }] },
      'the meeting is over',
    ],
  ])('with %s is refused, and nothing is planted', async (_name, bad, problem) => {
    await expect(createTestSandbox({ seed: bad })).rejects.toThrow(problem);
    const sandbox = await createTestSandbox();
    const answer = await createControlCaller(sandbox)('POST', '/seed', bad);
    expect([answer.status, answer.body['error']]).toEqual([400, expect.stringContaining(problem)]);
    expect(sandbox.world.state.meetings).toEqual({});
  });
});

describe('a control call', () => {
  test.each<[string, object, string]>([
    ['/meetings', { roomNam: 'demo' }, 'roomNam'],
    ['/rooms/demo/people', { rol: 'host' }, 'rol'],
    ['/rooms/demo/people', { externalId: 'not valid' }, 'externalId'],
    ['/rooms/demo/knocks', { externalId: '' + 'ü' }, 'externalId'],
    ['/clock', { advanceMinute: 5 }, 'advanceMinute'],
    ['/faults', { statuss: 500 }, 'statuss'],
    ['/deliveries/next', { los: true }, 'los'],
    ['/deliveries/settings', { timeout: 5 }, 'timeout'],
    ['/reset', { everything: true }, 'everything'],
    ['/allowed-domains', { domains: 'not an origin' }, 'must be an origin'],
    ['/meetings', { roomName: 'demo' }, '/demo exists already'],
    ['/meetings', { meetingId: 'chosen-1' }, 'chosen-1 exists already'],
  ])('%s with %j is refused by name', async (path, body, problem) => {
    const sandbox = await createTestSandbox({ seed });
    const answer = await createControlCaller(sandbox)('POST', path, body);
    expect([answer.status, answer.body['error']]).toEqual([400, expect.stringContaining(problem)]);
  });

  test('takes a room name with or without slashes, or the id of the meeting', async () => {
    const sandbox = await createTestSandbox({ seed });
    const call = createControlCaller(sandbox);
    const { meetingId } = sandbox.world.findMeeting('demo') ?? { meetingId: '' };
    for (const name of ['demo', '%2Fdemo', 'demo%2F', meetingId])
      expect([name, (await call('GET', `/rooms/${name}/url/host`)).body['url']]).toEqual([
        name,
        sandbox.roomUrl('demo', 'host'),
      ]);
    for (const name of ['demo', '/demo', '/demo/', meetingId])
      expect(sandbox.world.keyFor(name, 'host')).toBe(sandbox.world.keyFor(meetingId, 'host'));
    expect(sandbox.world.join('/demo', { displayName: 'Bob' })?.meetingId).toBe(meetingId);
    expect((await createApiCaller(sandbox)('GET', '/meetings/demo')).status).toBe(404);
    await createApiCaller(sandbox)('DELETE', '/meetings/demo');
    expect(sandbox.world.findMeeting('demo')?.deletedAt).toBeNull();
  });

  test('about people who are not there is a 404', async () => {
    const sandbox = await createTestSandbox({ seed });
    const call = createControlCaller(sandbox);
    expect((await call('POST', '/people/nobody/leave')).status).toBe(404);
    expect((await call('POST', '/people/nobody/act', { type: 'say', text: 'hi' })).status).toBe(404);
  });
});

describe('a snapshot', () => {
  test('goes on in another sandbox, whose ids are new ones', async () => {
    const first = await createTestSandbox({ seed });
    const { meetingId } = first.world.createMeeting({ endDate: Date.now() + 1_000 });
    const saved = (await createControlCaller(first)('GET', '/snapshot')).body as never;
    const second = await createTestSandbox({ seed, snapshot: saved });
    expect(second.snapshot().world).toEqual(first.snapshot().world);
    expect(second.world.createMeeting({ endDate: Date.now() + 1_000 }).meetingId).not.toBe(meetingId);
  });

  test.each<[string, (snapshot: never) => unknown, string]>([
    ['that is no object', () => [], 'must be an object'],
    [
      'without meetings',
      ({ world }: { world: object }) => ({ world: { ...world, meetings: undefined } }),
      'world.meetings',
    ],
    ['with half a meeting', edit((world) => (world['meetings'] = { a: { meetingId: 'a' } })), 'world.meetings.a.'],
    ['with half a stay', edit((world) => (world['stays'] = { a: {} })), 'world.stays.a.'],
    [
      'with a name of no meeting',
      edit((world) => (world['names'] = { '/x': 'nowhere' })),
      'the room /x is of no meeting',
    ],
    ['with someone who is not among the stays', edit((world) => (world['stays'] = {})), 'is in the room /demo'],
  ])('%s is refused before anything is done', async (_name, damage, problem) => {
    const sandbox = await createTestSandbox({ seed });
    const before = JSON.stringify(sandbox.snapshot());
    const bad = damage(JSON.parse(before) as never) as never;
    expect(() => sandbox.restore(bad)).toThrow(problem);
    await expect(createTestSandbox({ snapshot: bad })).rejects.toMatchObject({ code: 'SANDBOX_SEED_INVALID' });
    expect(JSON.stringify(sandbox.snapshot())).toBe(before);
  });
});

/** A snapshot in which something of the world was changed. */
function edit(change: (world: Record<string, unknown>) => void) {
  return (snapshot: { world: Record<string, unknown> }) => {
    change(snapshot.world);
    return snapshot;
  };
}

test.each<[object, string]>([
  [{ prot: 5 }, 'prot is unknown'],
  [{ rules: { openRoom: true } }, 'rules.openRoom is unknown'],
  [{ rules: { capacity: { normal: 4 } } }, 'rules.capacity.group is required'],
  [{ api: { pointCosts: 'free' } }, 'api.pointCosts must be one of spec, guide'],
  [{ delivery: { retryDelays: [] } }, 'delivery.retryDelays is unknown'],
  [{ delivery: { timeoutMs: 'soon' } }, '`timeoutMs` must be a number'],
  [{ webhooks: [{ url: 'http://x/', type: [] }] }, 'webhooks.0'],
  [{ port: 70_000 }, 'port must be a number from 0 to 65535'],
  [{ host: '' }, 'host must not be empty'],
  [{ tls: { key: 'a', cert: 'b' } }, 'PEM'],
  [{ allowedDomains: ['app.example'] }, 'allowedDomains.0 must be an origin'],
])('the option %j is refused by name', async (options, problem) => {
  await expect(createTestSandbox(options)).rejects.toThrow(problem);
});
