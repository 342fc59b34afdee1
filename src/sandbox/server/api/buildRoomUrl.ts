import type { Meeting, World } from '../../core/index.js';
import type { Role } from '../../wire.js';

/** The URL of a room, with the key of a role; without a key for visitors. */
export function buildRoomUrl(world: World, origin: string, { roomName, meetingId }: Meeting, role: Role): string {
  const url = origin + roomName;
  return role === 'visitor' ? url : `${url}?roomKey=${world.keyFor(meetingId, role)}`;
}
