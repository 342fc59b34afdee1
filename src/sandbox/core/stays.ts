import type { Role } from '../wire.js';
import { getBitrate, restrictSelf } from './changeSelf.js';
import { emitPresence, emitRoomEvent } from './emitWebhooks.js';
import { isMachine } from './roles.js';
import { updateSession } from './sessions.js';
import type { WorldContext } from './WorldContext.js';
import type { Meeting, Person, Stay } from './WorldState.js';

function findParticipantId({ rules, state, ids }: WorldContext, meeting: Meeting, deviceId: string): string {
  const before = rules.keepParticipantId
    ? meeting.stayIds.map((id) => state.stays[id]).find((stay) => stay?.deviceId === deviceId)
    : undefined;
  return before && before.leftAt !== null ? before.participantId : ids.uuid();
}

/** With `keepParticipantId` one id has several stays: the earlier ones get ids of their own, the id is the latest. */
function moveEarlierStay({ state }: WorldContext, meeting: Meeting, participantId: string): void {
  const earlier = state.stays[participantId];
  if (!earlier) return;
  const id = `${participantId}#${meeting.stayIds.length}`;
  state.stays[id] = earlier;
  meeting.stayIds[meeting.stayIds.indexOf(participantId)] = id;
}

/** Adds a person or a machine to the room. The caller has checked lock and capacity. */
export function addStay(
  context: WorldContext,
  meeting: Meeting,
  role: Role,
  person: Person,
  participantId = findParticipantId(context, meeting, person.deviceId),
): Stay {
  const self = restrictSelf(role, person.self);
  const joinedAt = context.clock.now();
  const stay: Stay = {
    ...person,
    self,
    participantId,
    meetingId: meeting.meetingId,
    role,
    joinedAt,
    leftAt: null,
    sends: [{ at: joinedAt, bitrate: getBitrate(self) }],
    networks: [],
    rating: null,
  };
  moveEarlierStay(context, meeting, participantId);
  context.state.stays[participantId] = stay;
  meeting.stayIds.push(participantId);
  meeting.present.push(participantId);
  const sessionStarts = !isMachine(role) && updateSession(context, meeting);
  emitPresence(context, meeting, stay, 'joined');
  if (sessionStarts) emitRoomEvent(context, meeting, 'room.session.started');
  context.markChanged(meeting);
  return stay;
}

/** Takes a participant out, whatever the reason. The caller tells their page. */
export function endStay(
  context: WorldContext,
  participantId: string,
  { silent = false }: { readonly silent?: boolean } = {},
): void {
  const stay = context.state.stays[participantId];
  const meeting = stay && context.state.meetings[stay.meetingId];
  if (!meeting || stay.leftAt !== null) return;
  stay.leftAt = context.clock.now();
  meeting.present = meeting.present.filter((id) => id !== participantId);
  if (meeting.spotlight === participantId) meeting.spotlight = null;
  for (const page of context.pages) if (page.participantId === participantId) page.participantId = null;
  if (!silent) emitPresence(context, meeting, stay, 'left');
  if (!isMachine(stay.role)) updateSession(context, meeting);
  context.markChanged(meeting);
}
