import type { Role } from '../wire.js';
import { startAutomatically, stopCapture } from './capture.js';
import { isMachine } from './roles.js';
import { countPeople } from './sessions.js';
import { addStay, endStay } from './stays.js';
import type { WorldContext } from './WorldContext.js';
import type { Meeting, Person, Stay } from './WorldState.js';

export const hasSpace = (context: WorldContext, meeting: Meeting): boolean =>
  countPeople(context, meeting) < context.rules.capacity[meeting.roomMode];

/** Lets a person in, under the given id or one that is chosen. The caller has checked lock and capacity. */
export function addPerson(
  context: WorldContext,
  meeting: Meeting,
  role: Role,
  person: Person,
  participantId?: string,
): Stay {
  const stay = addStay(context, meeting, role, person, participantId);
  if (!isMachine(role)) startAutomatically(context, meeting);
  return stay;
}

/** Takes a participant out, whatever the reason; with the last person every recording, stream and transcription stops. The caller tells their page. */
export function removePerson(
  context: WorldContext,
  participantId: string,
  options: { readonly silent?: boolean } = {},
): void {
  const stay = context.state.stays[participantId];
  const meeting = stay && context.state.meetings[stay.meetingId];
  if (!meeting || stay.leftAt !== null) return;
  endStay(context, participantId, options);
  if (!isMachine(stay.role) && countPeople(context, meeting) === 0) stopCapture(context, meeting);
}

/** Takes everyone out at once, and tells their pages what happened. */
export function emptyRoom(context: WorldContext, meeting: Meeting, reason: 'removed' | 'ended'): void {
  for (const page of context.pages)
    if (page.meetingId === meeting.meetingId && page.participantId) page.send({ type: reason });
  const rank = (id: string) => (isMachine(context.state.stays[id]?.role ?? 'visitor') ? 1 : 0);
  const machinesLast = meeting.present.toSorted((a, b) => rank(a) - rank(b));
  for (const id of machinesLast) removePerson(context, id, { silent: !context.rules.leftOnDelete });
}
