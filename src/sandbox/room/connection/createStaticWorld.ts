import { createWorld } from '../../core/index.js';
import type { World, WorldState } from '../../core/index.js';
import { simulatedPeople } from './simulatedPeople.js';

const PEOPLE_AT_FIRST = 3;
const DAY = 24 * 3_600_000;

/** The world of rooms without a server. */
export function createStaticWorld(saved?: WorldState): World {
  const world = createWorld({ rules: { openRooms: true, startMs: 400 } });
  if (saved) world.restore(saved);
  return world;
}

/**
 * Creates the room that someone opens, if it does not exist yet. Words in its name, separated by hyphens, describe it:
 * `empty` (no simulated people), `locked`, `normal` (for four people, without groups), `expired`. The keys
 * `sandbox-host`, `sandbox-viewer` and `sandbox-owner` give those roles in every room.
 */
export function prepareRoom(world: World, roomName: string): void {
  if (Object.hasOwn(world.state.names, roomName) || roomName === '/') return;
  const words = roomName.toLowerCase().split(/[^a-z]+/);
  const { meetingId } = world.createMeeting({
    roomName,
    endDate: world.clock.now() + (words.includes('expired') ? -DAY : DAY),
    roomMode: words.includes('normal') ? 'normal' : 'group',
    isLocked: words.includes('locked'),
    keys: { 'sandbox-host': 'host', 'sandbox-viewer': 'viewer', 'sandbox-owner': 'owner' },
  });
  if (words.includes('empty')) return;
  for (const person of simulatedPeople.slice(0, PEOPLE_AT_FIRST)) world.join(meetingId, person);
}
