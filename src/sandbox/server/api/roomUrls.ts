import type { Meeting } from '../../core/index.js';
import type { Role } from '../../wire.js';
import type { ApiContext } from './ApiContext.js';

export const getRoomUrl = (context: Pick<ApiContext, 'roomOrigin'>, meeting: Meeting): string =>
  context.roomOrigin() + meeting.roomName;

export const getRoleUrl = (context: Pick<ApiContext, 'roomOrigin' | 'world'>, meeting: Meeting, role: Role): string =>
  `${getRoomUrl(context, meeting)}?roomKey=${context.world.keyFor(meeting.meetingId, role)}`;
