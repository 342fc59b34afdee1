import { withLeadingSlash } from '../../../server/withLeadingSlash.js';
import { lookUp } from '../../core/index.js';
import type { Meeting } from '../../core/index.js';
import type { ControlCall } from './ControlRoute.js';
import { NotFoundError } from './NotFoundError.js';

/** The meeting of the path's `:roomName`. Throws a 404 if there is none. */
export function findMeeting({ sandbox, param }: Pick<ControlCall, 'sandbox' | 'param'>): Meeting {
  const { state } = sandbox.world;
  const roomName = withLeadingSlash(param('roomName'));
  const meeting = lookUp(state.meetings, lookUp(state.names, roomName) ?? '');
  if (!meeting || meeting.deletedAt !== null) throw new NotFoundError(`there is no room ${roomName}`);
  return meeting;
}
