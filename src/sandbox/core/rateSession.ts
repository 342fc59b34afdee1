import { lookUp } from './lookUp.js';
import type { WorldContext } from './WorldContext.js';
import type { Meeting, Rating, Stay } from './WorldState.js';

/** The session that a rating given now is about: the running one, or the last one that the participant was in. */
function findSessionToRate(context: WorldContext, meeting: Meeting, stay: Stay): string | undefined {
  return meeting.sessionIds.findLast((id) => {
    const session = lookUp(context.state.sessions, id);
    return (
      session !== undefined &&
      session.startedAt <= (stay.leftAt ?? Infinity) &&
      (session.endedAt ?? Infinity) >= stay.joinedAt
    );
  });
}

/** Rates a session; the last rating of a participant counts. False if they were not in any session. */
export function rateSession(
  context: WorldContext,
  participantId: string,
  rating: Omit<Rating, 'roomSessionId'>,
): boolean {
  const stay = lookUp(context.state.stays, participantId);
  const meeting = stay && context.state.meetings[stay.meetingId];
  const roomSessionId = meeting && findSessionToRate(context, meeting, stay);
  if (!roomSessionId) return false;
  stay.rating = { roomSessionId, ...rating };
  return true;
}
