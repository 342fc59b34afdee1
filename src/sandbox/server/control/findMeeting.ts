import { lookUp, normalizeRoomName } from '../../core/index.js';
import type { Meeting } from '../../core/index.js';
import type { ControlCall } from './ControlRoute.js';
import { NotFoundError } from './NotFoundError.js';

/** The meeting of the path's `:roomName`, which can be its id as well. Throws a 404 if there is none. */
export function findMeeting({ sandbox, param }: Pick<ControlCall, 'sandbox' | 'param'>): Meeting {
  const { state } = sandbox.world;
  const roomName = normalizeRoomName(param('roomName'));
  const meeting =
    lookUp(state.meetings, lookUp(state.names, roomName) ?? '') ?? lookUp(state.meetings, param('roomName'));
  if (!meeting || meeting.deletedAt !== null) throw new NotFoundError(`there is no room ${roomName}`);
  return meeting;
}
