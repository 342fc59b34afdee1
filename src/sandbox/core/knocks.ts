import type { Role } from '../wire.js';
import type { WorldContext } from './WorldContext.js';
import { addStay, hasRoomFor } from './stays.js';
import { toGrantedRole } from './roles.js';
import type { Knock, Meeting, Person, Stay } from './WorldState.js';
import { emitKnock } from './emitWebhooks.js';

export function addKnock(context: WorldContext, meeting: Meeting, role: Role, person: Person): Knock {
  const knock: Knock = { knockId: context.ids.uuid(), participantId: context.ids.uuid(), role, person };
  meeting.knocks.push(knock);
  emitKnock(context, meeting, knock, 'knocked');
  context.touch(meeting);
  return knock;
}

const linkOf = (context: WorldContext, knockId: string) => [...context.links].find((link) => link.knockId === knockId);

function take(context: WorldContext, meeting: Meeting, knockId: string): Knock | undefined {
  const knock = meeting.knocks.find((one) => one.knockId === knockId);
  if (!knock) return undefined;
  meeting.knocks = meeting.knocks.filter((one) => one !== knock);
  context.touch(meeting);
  return knock;
}

export function cancelKnock(context: WorldContext, meeting: Meeting, knockId: string): void {
  const knock = take(context, meeting, knockId);
  if (knock) emitKnock(context, meeting, knock, 'knockCancelled');
}

/** Lets them in under the id they knocked with. A full room keeps them waiting. */
export function admitKnock(context: WorldContext, meeting: Meeting, knockId: string): Stay | undefined {
  if (!hasRoomFor(context, meeting)) return undefined;
  const knock = take(context, meeting, knockId);
  if (!knock) return undefined;
  const stay = addStay(context, meeting, toGrantedRole(knock.role), knock.person, knock.participantId);
  const link = linkOf(context, knockId);
  if (link) {
    link.knockId = null;
    link.participantId = stay.participantId;
    link.send({ type: 'entered', participantId: stay.participantId, role: stay.role });
  }
  return stay;
}

export function rejectKnock(context: WorldContext, meeting: Meeting, knockId: string): void {
  if (!take(context, meeting, knockId)) return;
  const link = linkOf(context, knockId);
  if (link) {
    link.knockId = null;
    link.send({ type: 'rejected' });
  }
}
