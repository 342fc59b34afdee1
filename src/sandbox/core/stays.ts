import type { Role } from '../wire.js';
import { startAutomatically, stopCapture } from './capture.js';
import type { WorldContext } from './WorldContext.js';
import { getBitrate } from './quality.js';
import { isMachine, isViewer } from './roles.js';
import { updateSession, countPeople } from './sessions.js';
import type { Meeting, Person, Stay } from './WorldState.js';
import { emitPresence, emitRoomEvent } from './emitWebhooks.js';

/** What a person of this role can have switched on. */
const allowedSelf = (role: Role, self: Person['self']): Person['self'] =>
  isViewer(role) ? { ...self, camera: false, microphone: false, screenshare: false } : self;

export const hasRoomFor = (context: WorldContext, meeting: Meeting): boolean =>
  countPeople(context, meeting) < context.rules.capacity[meeting.roomMode];

function participantIdFor(context: WorldContext, meeting: Meeting, deviceId: string): string {
  const before =
    context.rules.keepParticipantId &&
    meeting.stayIds.map((id) => context.state.stays[id]).find((stay) => stay?.deviceId === deviceId);
  return before && before.leftAt !== null ? before.participantId : context.ids.uuid();
}

/** Puts a person or a machine into the room. The caller has looked at lock and capacity. */
export function addStay(context: WorldContext, meeting: Meeting, role: Role, person: Person, asId?: string): Stay {
  const participantId = asId ?? participantIdFor(context, meeting, person.deviceId);
  const stay: Stay = {
    ...person,
    self: allowedSelf(role, person.self),
    participantId,
    meetingId: meeting.meetingId,
    role,
    joinedAt: context.clock.now(),
    leftAt: null,
    sends: [],
    networks: [],
    rating: null,
  };
  stay.sends.push({ at: stay.joinedAt, bitrate: getBitrate(stay.self) });
  // A kept participantId means several stays under one id: the earlier ones move aside.
  const earlier = context.state.stays[participantId];
  if (earlier) {
    const index = meeting.stayIds.indexOf(participantId);
    const moved = `${participantId}#${meeting.stayIds.length}`;
    context.state.stays[moved] = earlier;
    meeting.stayIds[index] = moved;
  }
  context.state.stays[participantId] = stay;
  meeting.stayIds.push(participantId);
  meeting.present.push(participantId);
  const sessionStarts = !isMachine(role) && updateSession(context, meeting);
  emitPresence(context, meeting, stay, 'joined');
  if (sessionStarts) emitRoomEvent(context, meeting, 'room.session.started');
  if (!isMachine(role)) startAutomatically(context, meeting);
  context.touch(meeting);
  return stay;
}

/** Takes them out, whatever the reason; the caller tells their page. */
export function endStay(
  context: WorldContext,
  participantId: string,
  options: { readonly silent?: boolean } = {},
): void {
  const stay = context.state.stays[participantId];
  const meeting = stay && context.state.meetings[stay.meetingId];
  if (!meeting || stay.leftAt !== null) return;
  stay.leftAt = context.clock.now();
  meeting.present = meeting.present.filter((id) => id !== participantId);
  if (meeting.spotlight === participantId) meeting.spotlight = null;
  for (const link of context.links) if (link.participantId === participantId) link.participantId = null;
  if (!options.silent) emitPresence(context, meeting, stay, 'left');
  if (!isMachine(stay.role)) {
    updateSession(context, meeting);
    if (countPeople(context, meeting) === 0) stopCapture(context, meeting);
  }
  context.touch(meeting);
}

/** Puts everyone out at once, and tells their pages what happened. */
export function emptyRoom(context: WorldContext, meeting: Meeting, reason: 'removed' | 'ended'): void {
  for (const link of context.links)
    if (link.meetingId === meeting.meetingId && link.participantId) link.send({ type: reason });
  const machinesLast = (id: string) => (isMachine(context.state.stays[id]?.role ?? 'visitor') ? 1 : 0);
  const everyone = meeting.present.toSorted((a, b) => machinesLast(a) - machinesLast(b));
  for (const id of everyone) endStay(context, id, { silent: !context.rules.leftOnDelete });
}
