import type { WorldContext } from './WorldContext.js';
import { isMachine } from './roles.js';
import type { Meeting } from './WorldState.js';
import { emitRoomEvent } from './emitWebhooks.js';

/** How many people, not machines, are in the room. */
export const countPeople = ({ state }: WorldContext, meeting: Meeting): number =>
  meeting.present.filter((id) => {
    const stay = state.stays[id];
    return stay && !isMachine(stay.role);
  }).length;

/**
 * A session starts at two people; fewer than two start the wait for its end, which a second one in time calls off.
 * Answers whether one has started: the caller tells of it after the join that made it, which already carries its id.
 */
export function updateSession(context: WorldContext, meeting: Meeting): boolean {
  const { state, clock, rules } = context;
  const people = countPeople(context, meeting);
  if (people >= 2) {
    if (!meeting.sessionId) return startSession(context, meeting);
    const pending = state.jobs.findIndex((job) => job.kind === 'end-session' && job.id === meeting.sessionId);
    if (pending >= 0) state.jobs.splice(pending, 1);
  } else if (meeting.sessionId) {
    const id = meeting.sessionId;
    if (!state.jobs.some((job) => job.kind === 'end-session' && job.id === id))
      context.schedule({ at: clock.now() + rules.sessionGraceMs, kind: 'end-session', id });
  }
  return false;
}

function startSession(context: WorldContext, meeting: Meeting): true {
  const roomSessionId = context.ids.uuid();
  context.state.sessions[roomSessionId] = {
    roomSessionId,
    meetingId: meeting.meetingId,
    startedAt: context.clock.now(),
    endedAt: null,
  };
  meeting.sessionIds.push(roomSessionId);
  meeting.sessionId = roomSessionId;
  return true;
}

export function endSession(context: WorldContext, sessionId: string): void {
  const session = context.state.sessions[sessionId];
  const meeting = session && context.state.meetings[session.meetingId];
  if (!meeting || session.endedAt !== null) return;
  session.endedAt = context.clock.now();
  emitRoomEvent(context, meeting, 'room.session.ended');
  meeting.sessionId = null;
  context.touch(meeting);
}
