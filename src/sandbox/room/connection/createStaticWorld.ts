import { createWorld } from '../../core/index.js';
import type { SimulatedPerson, World, WorldState } from '../../core/index.js';
import type { Simulation } from './types.js';

const people: readonly SimulatedPerson[] = [
  { displayName: 'Noor Haddad', externalId: 'noor', metadata: '{"team":"design"}', role: 'visitor' },
  { displayName: 'Tomás Rivera', externalId: 'tomas', camera: false, role: 'visitor' },
  { displayName: 'Ingrid Solberg', microphone: false, cameraEffect: 'image-sunrise', role: 'visitor' },
  { displayName: 'Kofi Mensah', externalId: 'kofi', role: 'visitor' },
  { displayName: 'Yuki Tanaka', camera: false, microphone: false, role: 'visitor' },
  { displayName: 'Priya Nair', handRaised: true, role: 'visitor' },
];
const AT_FIRST = 3;
const DAY = 24 * 3_600_000;

/**
 * The rooms of the static form. A room is there as soon as someone looks for it; words in its name, set off by
 * hyphens, say what it is like: `empty` (nobody is simulated), `locked`, `normal` (for four, without groups),
 * `expired`.
 * The keys `sandbox-host` and `sandbox-viewer` give those roles, in every room.
 */
export function createStaticWorld(saved?: WorldState): World {
  const world = createWorld({ rules: { openRooms: true, startMs: 400 } });
  if (saved) world.restore(saved);
  return world;
}

export function prepareRoom(world: World, roomName: string): void {
  const words = roomName.toLowerCase().split(/[^a-z]+/);
  const name = roomName.toLowerCase();
  if (Object.hasOwn(world.state.names, roomName) || name === '/') return;
  const { meetingId } = world.createMeeting({
    roomName,
    endDate: world.clock.now() + (words.includes('expired') ? -DAY : DAY),
    roomMode: words.includes('normal') ? 'normal' : 'group',
    isLocked: words.includes('locked'),
    keys: { 'sandbox-host': 'host', 'sandbox-viewer': 'viewer', 'sandbox-owner': 'owner' },
  });
  if (!words.includes('empty')) for (const person of people.slice(0, AT_FIRST)) world.join(meetingId, person);
}

/** Does what the inspector's buttons ask for. */
export function simulate(world: World, roomName: string, what: Simulation): void {
  const meeting = world.findMeeting(roomName);
  if (!meeting) return;
  const { meetingId } = meeting;
  const simulated = meeting.present.filter((id) => world.state.stays[id]?.simulated);
  switch (what.type) {
    case 'addPerson': {
      const inside = simulated.map((id) => world.state.stays[id]?.self.displayName);
      const next = people.find(({ displayName }) => !inside.includes(displayName));
      world.join(meetingId, next ?? { displayName: `Guest ${simulated.length + 1}` });
      break;
    }
    case 'removePerson': {
      const last = simulated.at(-1);
      if (last) world.leave(last);
      break;
    }
    case 'admitAll':
      for (const { knockId } of meeting.knocks) world.admit(meetingId, knockId);
      break;
    case 'rejectAll':
      for (const { knockId } of meeting.knocks) world.reject(meetingId, knockId);
      break;
    case 'putOut':
    case 'setLock':
      asHost(world, meetingId, what);
  }
}

/** A host comes in, does it, and goes. */
function asHost(world: World, meetingId: string, what: Extract<Simulation, { type: 'putOut' | 'setLock' }>): void {
  const host = world.join(meetingId, { displayName: 'Host', role: 'host' });
  if (!host) return;
  world.act(
    host.participantId,
    what.type === 'putOut'
      ? { type: 'remove', participantId: what.participantId }
      : { type: 'lock', locked: what.locked },
  );
  world.leave(host.participantId);
}
