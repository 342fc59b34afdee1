import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock, createWorld, isMachine } from '../../../src/sandbox/core/index.js';
import type { Connection, RoomWebhook, World } from '../../../src/sandbox/core/index.js';
import type { FromRooms, Role, RoomState, ToRooms } from '../../../src/sandbox/wire.js';
import { selfState } from '../../support/selfState.js';

const START = Date.parse('2026-01-01T10:00:00.000Z');
const roles: readonly Role[] = ['host', 'visitor', 'viewer', 'owner'];

const self = selfState('Someone');

interface Page {
  readonly connection: Connection;
  room: RoomState | undefined;
}

type Step = (world: World, pages: Page[]) => void;

const messages: readonly ToRooms[] = [
  { type: 'enter', self, externalId: null, metadata: null },
  { type: 'knock', self, externalId: null, metadata: null },
  { type: 'cancelKnock' },
  { type: 'leave' },
  { type: 'lock', locked: true },
  { type: 'lock', locked: false },
  { type: 'record', on: true },
  { type: 'record', on: false },
  { type: 'stream', on: true },
  { type: 'stream', on: false },
  { type: 'transcribe', on: true },
  { type: 'transcribe', on: false },
  { type: 'say', text: 'Hello' },
  { type: 'update', changes: { camera: false, group: 'red' } },
  { type: 'breakout', open: true, groups: ['red'] },
  { type: 'breakout', open: false, groups: [] },
  { type: 'endMeeting' },
];

const open =
  (role: Role): Step =>
  (world, pages) => {
    const page: Page = {
      room: undefined,
      connection: world.connect((message: FromRooms) => {
        if (message.type === 'welcome' || message.type === 'room') page.room = message.room;
      }),
    };
    const meeting = world.findMeeting('demo');
    const roomKey = meeting ? world.keyFor(meeting.meetingId, role) : null;
    page.connection.receive({
      type: 'hello',
      roomName: '/demo',
      roomKey,
      deviceId: `d${pages.length}`,
      pageOrigin: null,
    });
    pages.push(page);
  };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...roles).map(open),
  {
    // Mostly people come and go, or there would be nobody to do the rest.
    weight: 6,
    arbitrary: fc
      .tuple(fc.nat(9), fc.constantFrom(...messages, ...messages.slice(0, 2), ...messages.slice(0, 2)))
      .map<Step>(([at, message]) => (_world, pages) => {
        pages[at % (pages.length || 1)]?.connection.receive(message);
      }),
  },
  fc
    .tuple(fc.nat(9), fc.nat(9), fc.constantFrom('admit', 'reject', 'remove'))
    .map<Step>(([at, who, type]) => (world, pages) => {
      const meeting = world.findMeeting('demo');
      const knockId = meeting?.knocks[who % (meeting.knocks.length || 1)]?.knockId ?? '';
      const participantId = meeting?.present[who % (meeting.present.length || 1)] ?? '';
      const page = pages[at % (pages.length || 1)];
      page?.connection.receive(type === 'remove' ? { type, participantId } : { type: type as 'admit', knockId });
    }),
  fc.nat(9).map<Step>((at) => (_world, pages) => {
    pages[at % (pages.length || 1)]?.connection.close();
    pages.splice(at % (pages.length || 1), 1);
  }),
  fc.integer({ min: 1, max: 90_000 }).map<Step>((ms) => (world) => world.clock.advance(ms)),
);

/** What must hold of a room whatever was done. */
function check(world: World, webhooks: readonly RoomWebhook[], pages: readonly Page[]) {
  const meeting = world.findMeeting('demo');
  if (!meeting) throw new Error('the room is gone');
  const { state } = world;
  const stays = meeting.stayIds.map((id) => state.stays[id]);
  const open = stays.filter((stay) => stay?.leftAt === null).map((stay) => stay?.participantId);
  expect([...meeting.present].sort()).toEqual([...open].sort());
  const people = meeting.present.filter((id) => !isMachine(state.stays[id]?.role ?? 'recorder'));
  expect(people.length).toBeLessThanOrEqual(4);
  if (people.length === 0) {
    expect(meeting.present).toEqual([]);
    expect([meeting.recordingState, meeting.transcriptionState]).toEqual(['stopped', 'stopped']);
  }
  if (people.length >= 2) expect(meeting.sessionId).not.toBeNull();
  const ending = state.jobs.filter(({ kind }) => kind === 'end-session');
  expect(ending).toHaveLength(meeting.sessionId && people.length < 2 ? 1 : 0);
  expect(state.jobs.map(({ at }) => at)).toEqual(state.jobs.map(({ at }) => at).sort((a, b) => a - b));

  const count = (type: string) => webhooks.filter((event) => event.type === type).length;
  expect(count('room.client.joined') - count('room.client.left')).toBe(meeting.present.length);
  expect(count('room.session.started') - count('room.session.ended')).toBe(meeting.sessionId ? 1 : 0);
  const last = webhooks.findLast(({ type }) => /^room\.client\.(joined|left)$/.test(type))?.data;
  if (last) {
    expect(last['numClients']).toBe(meeting.present.length);
    const byRole = Object.values(last['numClientsByRoleName'] as Record<string, number>);
    expect(byRole.reduce((sum, each) => sum + each, 0)).toBe(meeting.present.length);
  }
  const ids = webhooks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { room } of pages) {
    expect(room?.participants.map(({ participantId }) => participantId)).toEqual(people);
    expect(room?.locked).toBe(meeting.locked);
    expect(room?.recording).toBe(meeting.recordingState);
  }
}

test('whatever people do, the room, its events and every page agree', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }), (steps) => {
      const world = createWorld({ clock: createClock(() => START) });
      world.clock.freeze(START);
      const webhooks: RoomWebhook[] = [];
      world.on((event) => event.type === 'webhook' && webhooks.push(event.event));
      world.createMeeting({ roomName: 'demo', endDate: START + 24 * 3_600_000 });
      const pages: Page[] = [];
      for (const role of roles) open(role)(world, pages);
      for (const each of steps) {
        each(world, pages);
        check(world, webhooks, pages);
      }
      // A copy of it all is the same world.
      const copy = JSON.parse(JSON.stringify(world.snapshot())) as ReturnType<World['snapshot']>;
      expect(copy).toEqual(world.snapshot());
    }),
    { numRuns: 100 },
  );
});
