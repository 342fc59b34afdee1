import { emitRoomEvent } from './emitWebhooks.js';
import { isMachine } from './roles.js';
import type { WorldContext } from './WorldContext.js';
import type { Meeting } from './WorldState.js';

/** How many people are in the room. Machines do not count. */
export const countPeople = ({ state }: WorldContext, meeting: Meeting): number =>
  meeting.present.filter((id) => {
    const stay = state.stays[id];
    return stay && !isMachine(stay.role);
  }).length;

/**
 * Starts a session once two people are in the room. With fewer than two the session ends after a grace period, unless
 * a second person comes in time.
 * @returns whether a session started. Its webhook comes after that of the join, which has the session's id already:
 *   the caller sends both.
 */
export function updateSession(context: WorldContext, meeting: Meeting): boolean {
  const { state, clock, rules } = context;
  const people = countPeople(context, meeting);
  if (people >= 2) {
    if (!meeting.sessionId) {
      startSession(context, meeting);
      return true;
    }
    const pending = state.jobs.findIndex((job) => job.kind === 'end-session' && job.id === meeting.sessionId);
    if (pending >= 0) state.jobs.splice(pending, 1);
  } else if (meeting.sessionId) {
    const id = meeting.sessionId;
    if (!state.jobs.some((job) => job.kind === 'end-session' && job.id === id))
      context.schedule({ at: clock.now() + rules.sessionGraceMs, kind: 'end-session', id });
  }
  return false;
}

function startSession(context: WorldContext, meeting: Meeting): void {
  const roomSessionId = context.ids.uuid();
  context.state.sessions[roomSessionId] = {
    roomSessionId,
    meetingId: meeting.meetingId,
    startedAt: context.clock.now(),
    endedAt: null,
  };
  meeting.sessionIds.push(roomSessionId);
  meeting.sessionId = roomSessionId;
}

export function endSession(context: WorldContext, sessionId: string): void {
  const session = context.state.sessions[sessionId];
  const meeting = session && context.state.meetings[session.meetingId];
  if (!meeting || session.endedAt !== null) return;
  session.endedAt = context.clock.now();
  emitRoomEvent(context, meeting, 'room.session.ended');
  meeting.sessionId = null;
  context.markChanged(meeting);
}
