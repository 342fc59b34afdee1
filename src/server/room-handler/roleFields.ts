import type { MeetingRole } from '../../room-url/contract.js';

/** The fields of a meeting that the API returns only on request: the room URLs of hosts and viewers. */
export const roleFields = ['hostRoomUrl', 'viewerRoomUrl'] as const;
export type RoleField = (typeof roleFields)[number];

/** Which field of a meeting has the room URL of a role. */
export const fieldOfRole = {
  host: 'hostRoomUrl',
  visitor: 'roomUrl',
  viewer: 'viewerRoomUrl',
} as const satisfies Record<MeetingRole, 'roomUrl' | RoleField>;
