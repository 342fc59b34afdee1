import type { Role } from '../wire.js';
import type { Context } from './WorldContext.js';
import { addStay, hasRoomFor } from './stays.js';
import { granted } from './roles.js';
import type { Knock, Meeting, Person, Stay } from './WorldState.js';
import { tellKnock } from './emitWebhooks.js';

export function addKnock(context: Context, meeting: Meeting, role: Role, person: Person): Knock {
  const knock: Knock = { knockId: context.ids.uuid(), participantId: context.ids.uuid(), role, person };
  meeting.knocks.push(knock);
  tellKnock(context, meeting, knock, 'knocked');
  context.touch(meeting);
  return knock;
}

const linkOf = (context: Context, knockId: string) => [...context.links].find((link) => link.knockId === knockId);

function take(context: Context, meeting: Meeting, knockId: string): Knock | undefined {
  const knock = meeting.knocks.find((one) => one.knockId === knockId);
  if (!knock) return undefined;
  meeting.knocks = meeting.knocks.filter((one) => one !== knock);
  context.touch(meeting);
  return knock;
}

export function cancelKnock(context: Context, meeting: Meeting, knockId: string): void {
  const knock = take(context, meeting, knockId);
  if (knock) tellKnock(context, meeting, knock, 'knockCancelled');
}

/** Lets them in under the id they knocked with. A full room keeps them waiting. */
export function admit(context: Context, meeting: Meeting, knockId: string): Stay | undefined {
  if (!hasRoomFor(context, meeting)) return undefined;
  const knock = take(context, meeting, knockId);
  if (!knock) return undefined;
  const stay = addStay(context, meeting, granted(knock.role), knock.person, knock.participantId);
  const link = linkOf(context, knockId);
  if (link) {
    link.knockId = null;
    link.participantId = stay.participantId;
    link.send({ type: 'entered', participantId: stay.participantId, role: stay.role });
  }
  return stay;
}

export function reject(context: Context, meeting: Meeting, knockId: string): void {
  if (!take(context, meeting, knockId)) return;
  const link = linkOf(context, knockId);
  if (link) {
    link.knockId = null;
    link.send({ type: 'rejected' });
  }
}
