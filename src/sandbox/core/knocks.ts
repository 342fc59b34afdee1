import type { Role } from '../wire.js';
import { emitKnock } from './emitWebhooks.js';
import { addPerson, hasSpace } from './people.js';
import { toGrantedRole } from './roles.js';
import type { WorldContext } from './WorldContext.js';
import type { Knock, Meeting, Person, Stay } from './WorldState.js';

export function addKnock(context: WorldContext, meeting: Meeting, role: Role, person: Person): Knock {
  const knock: Knock = { knockId: context.ids.uuid(), participantId: context.ids.uuid(), role, person };
  meeting.knocks.push(knock);
  emitKnock(context, meeting, knock, 'knocked');
  context.markChanged(meeting);
  return knock;
}

const findPage = (context: WorldContext, knockId: string) =>
  [...context.pages].find((page) => page.knockId === knockId);

function takeKnock(context: WorldContext, meeting: Meeting, knockId: string): Knock | undefined {
  const knock = meeting.knocks.find((one) => one.knockId === knockId);
  if (!knock) return undefined;
  meeting.knocks = meeting.knocks.filter((one) => one !== knock);
  context.markChanged(meeting);
  return knock;
}

export function cancelKnock(context: WorldContext, meeting: Meeting, knockId: string): void {
  const knock = takeKnock(context, meeting, knockId);
  if (knock) emitKnock(context, meeting, knock, 'knockCancelled');
}

/** Lets someone in under the id that they knocked with. If the room is full they keep waiting. */
export function admitKnock(context: WorldContext, meeting: Meeting, knockId: string): Stay | undefined {
  if (!hasSpace(context, meeting)) return undefined;
  const knock = takeKnock(context, meeting, knockId);
  if (!knock) return undefined;
  const stay = addPerson(context, meeting, toGrantedRole(knock.role), knock.person, knock.participantId);
  const page = findPage(context, knockId);
  if (page) {
    page.knockId = null;
    page.participantId = stay.participantId;
    page.send({ type: 'entered', participantId: stay.participantId, role: stay.role });
  }
  return stay;
}

/** Nobody waits at a room that is over. No event says so: the service sends none from then on. */
export function refuseKnocks(context: WorldContext, meeting: Meeting, reason: 'deleted' | 'expired'): void {
  for (const page of context.pages)
    if (page.meetingId === meeting.meetingId && page.knockId) {
      page.knockId = null;
      page.send({ type: 'refused', reason });
    }
  meeting.knocks = [];
}

export function rejectKnock(context: WorldContext, meeting: Meeting, knockId: string): void {
  if (!takeKnock(context, meeting, knockId)) return;
  const page = findPage(context, knockId);
  if (page) {
    page.knockId = null;
    page.send({ type: 'rejected' });
  }
}
