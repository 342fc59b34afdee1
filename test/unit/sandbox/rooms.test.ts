import { describe, expect, test } from 'vitest';
import { createClock, createWorld } from '../../../src/sandbox/core/index.js';
import type { RoomWebhook, World } from '../../../src/sandbox/core/index.js';
import type { FromRooms } from '../../../src/sandbox/wire.js';
import { selfState } from '../../support/selfState.js';

const start = Date.parse('2026-01-01T10:00:00.000Z');
const minute = 60_000;

function createTestWorld(rules = {}) {
  const world = createWorld({ rules, clock: createClock(() => start) });
  world.clock.freeze(start);
  const webhooks: RoomWebhook[] = [];
  world.on((event) => event.type === 'webhook' && webhooks.push(event.event));
  return { world, webhooks, types: () => webhooks.map(({ type }) => type) };
}

const createMeeting = (world: World, more = {}) =>
  world.createMeeting({ endDate: start + 60 * minute, roomName: 'demo', ...more });

function openPage(world: World, roomName: string, roomKey: string | null = null, deviceId = 'device') {
  const received: FromRooms[] = [];
  const connection = world.connect((message) => received.push(message));
  connection.receive({ type: 'hello', roomName, roomKey, deviceId, pageOrigin: null });
  return {
    ...connection,
    received,
    types: () => received.map(({ type }) => type),
    last: <Type extends FromRooms['type']>(type: Type) =>
      received.findLast((message): message is Extract<FromRooms, { type: Type }> => message.type === type),
    enter: (name = 'Ada') =>
      connection.receive({ type: 'enter', self: selfState(name), externalId: 'ext-1', metadata: 'meta' }),
    knock: (name = 'Ada') =>
      connection.receive({ type: 'knock', self: selfState(name), externalId: null, metadata: null }),
  };
}

const createHostKey = (world: World, meetingId: string) => world.keyFor(meetingId, 'host');

describe('entering', () => {
  test('gives the role of the key, or visitor without a key, and refuses any other key', () => {
    const { world } = createTestWorld();
    const { meetingId } = createMeeting(world);
    expect(openPage(world, '/demo').last('welcome')?.role).toBe('visitor');
    for (const role of ['host', 'viewer', 'owner', 'member'] as const)
      expect(openPage(world, 'demo', world.keyFor(meetingId, role)).last('welcome')?.role).toBe(role);
    for (const bad of ['nonsense', '__proto__', 'toString', 'constructor'])
      expect(openPage(world, '/demo', bad).last('refused')?.reason).toBe('bad-key');
    expect(openPage(world, '/nowhere').last('refused')?.reason).toBe('not-found');
    expect(openPage(world, '/__proto__').last('refused')?.reason).toBe('not-found');
  });

  test('shows everyone in the room who is there, what they switched on and what they say', () => {
    const { world } = createTestWorld();
    createMeeting(world);
    const ada = openPage(world, '/demo');
    const bob = openPage(world, '/demo');
    ada.enter('Ada');
    bob.enter('Bob');
    expect(ada.last('room')?.room.participants.map((one) => one.displayName)).toEqual(['Ada', 'Bob']);
    bob.receive({ type: 'update', changes: { camera: false, handRaised: true } });
    expect(ada.last('room')?.room.participants[1]).toMatchObject({ camera: false, handRaised: true, microphone: true });
    ada.receive({ type: 'say', text: 'Hello' });
    ada.receive({ type: 'say', text: '  ' });
    expect(bob.last('room')?.room.chat.map(({ displayName, text }) => [displayName, text])).toEqual([['Ada', 'Hello']]);
    ada.receive({ type: 'react', emoji: '🎉' });
    expect(bob.last('reaction')).toMatchObject({ emoji: '🎉' });
    ada.close();
    ada.close();
    expect(bob.last('room')?.room.participants.map((one) => one.displayName)).toEqual(['Bob']);
  });

  test('is possible for four people in a normal room and for more in a group room, and again when someone leaves', () => {
    const { world } = createTestWorld();
    const { meetingId } = createMeeting(world);
    const stays = [1, 2, 3, 4].map(() => world.join(meetingId));
    const late = openPage(world, '/demo');
    late.enter();
    expect(late.types()).toContain('full');
    world.leave(stays[0]?.participantId ?? '');
    late.enter();
    expect(late.types()).toContain('entered');
    const group = world.createMeeting({ endDate: start + minute, roomMode: 'group' });
    for (let count = 0; count < 200; count += 1) expect(world.join(group.meetingId)).toBeDefined();
    expect(world.join(group.meetingId)).toBeUndefined();
  });

  test('leaves a viewer’s camera, microphone and screen off, then and later', () => {
    const { world } = createTestWorld();
    const { meetingId } = createMeeting(world);
    const viewer = openPage(world, '/demo', world.keyFor(meetingId, 'viewer'));
    viewer.enter();
    viewer.receive({ type: 'update', changes: { camera: true, microphone: true, screenshare: true } });
    expect(viewer.last('room')?.room.participants[0]).toMatchObject({
      camera: false,
      microphone: false,
      screenshare: false,
    });
  });

  test('survives nonsense from a page, and keeps it from the others', () => {
    const { world } = createTestWorld();
    createMeeting(world);
    const ada = openPage(world, '/demo');
    ada.receive({ type: 'enter', self: null, externalId: 7, metadata: {} } as never);
    expect(ada.last('room')?.room.participants[0]).toMatchObject({ displayName: '', camera: false, externalId: null });
    ada.receive({ type: 'update', changes: { role: 'host', displayName: 5, participantId: 'x' } } as never);
    expect(ada.last('room')?.room.participants[0]).toMatchObject({ role: 'visitor', displayName: '' });
    ada.receive({ type: 'nonsense' } as never);
  });
});

describe('a locked room', () => {
  test('shows knocks to hosts, makes an admitted visitor a granted one, and notifies a rejected one', () => {
    const { world, types, webhooks } = createTestWorld();
    const { meetingId } = createMeeting(world, { isLocked: true });
    const host = openPage(world, '/demo', createHostKey(world, meetingId));
    host.enter('Host');
    const ada = openPage(world, '/demo');
    ada.enter();
    expect(ada.types()).toContain('locked');
    ada.knock();
    ada.knock();
    const knocking = host.last('room')?.room.knocking ?? [];
    expect(knocking.map(({ displayName }) => displayName)).toEqual(['Ada']);
    expect(ada.last('room')?.room.knocking).toEqual([]);
    host.receive({ type: 'admit', knockId: knocking[0]?.knockId ?? '' });
    expect(ada.last('entered')?.role).toBe('granted_visitor');
    expect(types()).toEqual([
      'room.client.joined',
      'room.client.knocked',
      'room.client.joined',
      'room.session.started',
    ]);
    expect(webhooks[1]?.data.participantId).toBe(webhooks[2]?.data.participantId);

    const bob = openPage(world, '/demo');
    bob.knock('Bob');
    host.receive({ type: 'reject', knockId: host.last('room')?.room.knocking[0]?.knockId ?? '' });
    expect(bob.types().at(-1)).toBe('room');
    expect(bob.types()).toContain('rejected');
    expect(types()).toHaveLength(5);
  });

  test('sends the same webhook for a cancelled knock and for a closed page', () => {
    const { world, types } = createTestWorld();
    createMeeting(world, { isLocked: true });
    const ada = openPage(world, '/demo');
    ada.knock();
    ada.receive({ type: 'cancelKnock' });
    ada.knock();
    ada.close();
    expect(types()).toEqual([
      'room.client.knocked',
      'room.client.knockCancelled',
      'room.client.knocked',
      'room.client.knockCancelled',
    ]);
  });

  test('lets hosts and viewers in; once a host unlocks it, whoever knocked can enter', () => {
    const { world } = createTestWorld();
    const { meetingId } = createMeeting(world, { isLocked: true });
    const viewer = openPage(world, '/demo', world.keyFor(meetingId, 'viewer'));
    viewer.enter();
    expect(viewer.last('entered')?.role).toBe('viewer');
    const ada = openPage(world, '/demo');
    ada.knock();
    viewer.receive({ type: 'lock', locked: false });
    expect(ada.last('room')?.room.locked).toBe(true);
    const host = openPage(world, '/demo', createHostKey(world, meetingId));
    host.enter();
    host.receive({ type: 'lock', locked: false });
    expect(ada.last('room')?.room.locked).toBe(false);
    ada.enter();
    expect(ada.last('entered')?.role).toBe('visitor');
    expect(host.last('room')?.room.knocking).toEqual([]);
  });
});

describe('what hosts do', () => {
  const hostOnly = [
    { type: 'lock', locked: true },
    { type: 'spotlight', participantId: 'x' },
    { type: 'breakout', open: true, groups: ['a'] },
    { type: 'record', on: true },
    { type: 'stream', on: true },
    { type: 'transcribe', on: true },
    { type: 'timer', on: true },
    { type: 'endMeeting' },
  ] as const;

  test.each(hostOnly)('a visitor cannot $type', (message) => {
    const { world } = createTestWorld();
    createMeeting(world);
    const ada = openPage(world, '/demo');
    ada.enter();
    const before = ada.last('room');
    ada.receive(message);
    expect(ada.last('room')?.room).toEqual(before?.room);
    expect(ada.types()).not.toContain('ended');
  });

  test('removing, muting and ending reach the people concerned', () => {
    const { world, types } = createTestWorld();
    const { meetingId } = createMeeting(world);
    const host = openPage(world, '/demo', createHostKey(world, meetingId));
    const ada = openPage(world, '/demo');
    const bob = openPage(world, '/demo');
    for (const one of [host, ada, bob]) one.enter();
    const idOf = (one: typeof ada) => one.last('entered')?.participantId ?? '';
    host.receive({ type: 'mute', participantId: idOf(ada) });
    expect(ada.types()).toContain('muted');
    expect(bob.types()).not.toContain('muted');
    host.receive({ type: 'remove', participantId: idOf(ada) });
    expect(ada.types()).toContain('removed');
    expect(bob.types()).not.toContain('removed');
    ada.enter();
    expect(ada.types().filter((type) => type === 'entered')).toHaveLength(2);
    host.receive({ type: 'endMeeting' });
    for (const one of [host, ada, bob]) expect(one.types()).toContain('ended');
    expect(types().filter((type) => type === 'room.client.left')).toHaveLength(4);
    expect(world.findMeeting('/demo')?.present).toEqual([]);
  });

  test('closing breakout groups moves everyone back to the main room', () => {
    const { world } = createTestWorld();
    const { meetingId } = createMeeting(world);
    const host = openPage(world, '/demo', createHostKey(world, meetingId));
    host.enter();
    host.receive({ type: 'breakout', open: true, groups: ['red', 'blue'] });
    host.receive({ type: 'update', changes: { group: 'red' } });
    expect(host.last('room')?.room.participants[0]?.group).toBe('red');
    host.receive({ type: 'breakout', open: false, groups: [] });
    expect(host.last('room')?.room.participants[0]?.group).toBeNull();
  });
});

describe('sessions', () => {
  test('start with the second person and end after a minute with fewer than two, unless one comes in time', () => {
    const { world, webhooks, types } = createTestWorld();
    const { meetingId } = createMeeting(world);
    const ada = world.join(meetingId, { displayName: 'Ada' });
    world.clock.advance(minute);
    const bob = world.join(meetingId, { displayName: 'Bob' });
    expect(types()).toEqual(['room.client.joined', 'room.client.joined', 'room.session.started']);
    expect(webhooks.map(({ data }) => data.roomSessionId)).toEqual([
      null,
      expect.any(String),
      webhooks[1]?.data.roomSessionId,
    ]);
    world.leave(bob?.participantId ?? '');
    world.clock.advance(minute - 1);
    world.join(meetingId, { displayName: 'Bob again' });
    world.clock.advance(10 * minute);
    expect(types()).not.toContain('room.session.ended');
    world.leave(ada?.participantId ?? '');
    const leftAt = world.clock.now();
    world.clock.advance(5 * minute);
    const ended = webhooks.find(({ type }) => type === 'room.session.ended');
    expect(ended?.createdAt).toBe(new Date(leftAt + minute).toISOString());
    expect(ended?.data.roomSessionId).toBe(webhooks[1]?.data.roomSessionId);
  });

  test('do not start because of machines, which do not fill the room either', () => {
    const { world, types, webhooks } = createTestWorld();
    const { meetingId } = createMeeting(world, { recording: { type: 'cloud', startTrigger: 'automatic' } });
    const ada = world.join(meetingId);
    world.clock.advance(1_000);
    expect(world.findMeeting('demo')?.recordingState).toBe('started');
    expect(types()).toEqual(['room.client.joined', 'room.client.joined']);
    expect(webhooks[1]?.data).toMatchObject({
      roleName: 'recorder',
      numClients: 2,
      numClientsByRoleName: { visitor: 1, recorder: 1 },
    });
    world.leave(ada?.participantId ?? '');
    world.clock.advance(10_000);
    expect(types().slice(2)).toEqual(['room.client.left', 'room.client.left', 'recording.finished']);
  });
});

describe('time', () => {
  test('closes a meeting an hour after its end, with no events and no host rights, and deletes it after a day', () => {
    const { world, webhooks } = createTestWorld();
    const { meetingId, endDate } = createMeeting(world);
    const host = openPage(world, '/demo', createHostKey(world, meetingId));
    host.enter();
    world.clock.advance(endDate - start + 60 * minute - 1);
    expect(openPage(world, '/demo').types()).toEqual(['welcome']);
    world.clock.advance(1);
    expect(openPage(world, '/demo').last('refused')?.reason).toBe('expired');
    const before = webhooks.length;
    host.receive({ type: 'lock', locked: true });
    expect(host.last('room')?.room.locked).toBe(false);
    host.receive({ type: 'leave' });
    expect(webhooks).toHaveLength(before);
    world.clock.advance(24 * 60 * minute);
    expect(world.findMeeting('/demo')?.deletedAt).toBe(endDate + 24 * 60 * minute);
    expect(openPage(world, '/demo').last('refused')?.reason).toBe('deleted');
  });

  test('takes streaming through its stages; stopping it while it starts ends it', () => {
    const { world } = createTestWorld();
    const { meetingId } = createMeeting(world);
    world.join(meetingId);
    const host = openPage(world, '/demo', createHostKey(world, meetingId));
    host.enter();
    const stages = () => {
      const all = host.received.flatMap((message) => (message.type === 'room' ? [message.room.streaming] : []));
      return all.filter((stage, index) => stage !== all[index - 1]);
    };
    host.receive({ type: 'stream', on: true });
    for (let step = 0; step < 4; step += 1) world.clock.advance(500);
    host.receive({ type: 'stream', on: false });
    world.clock.advance(500);
    expect(stages()).toEqual(['stopped', 'requested', 'starting', 'streaming', 'stopping', 'stopped']);
    host.receive({ type: 'stream', on: true });
    host.receive({ type: 'stream', on: false });
    for (let step = 0; step < 4; step += 1) world.clock.advance(500);
    expect(stages().slice(6)).toEqual(['requested', 'stopping', 'stopped']);
  });

  test('a restored snapshot has the people, the sessions and what is due', () => {
    const { world, types } = createTestWorld();
    const { meetingId } = createMeeting(world);
    const ada = world.join(meetingId);
    world.join(meetingId);
    world.leave(ada?.participantId ?? '');
    const kept = JSON.parse(JSON.stringify(world.snapshot())) as ReturnType<typeof world.snapshot>;
    world.reset();
    expect(world.findMeeting('/demo')).toBeUndefined();
    world.restore(kept);
    expect(world.snapshot()).toEqual(kept);
    world.clock.advance(minute);
    expect(types().at(-1)).toBe('room.session.ended');
  });

  test('ends a session on its own while the clock runs', async () => {
    const world = createWorld({ rules: { sessionGraceMs: 5 } });
    const ended = new Promise<void>((resolve) =>
      world.on((event) => {
        if (event.type === 'webhook' && event.event.type === 'room.session.ended') resolve();
      }),
    );
    const { meetingId } = world.createMeeting({ endDate: world.clock.now() + minute });
    const ada = world.join(meetingId);
    world.join(meetingId);
    world.leave(ada?.participantId ?? '');
    // Something must keep the test alive: the world's own timer does not.
    const alive = setInterval(() => undefined, 1_000);
    await ended;
    clearInterval(alive);
    world.stop();
  });
});
