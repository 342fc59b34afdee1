import { isMachineRole } from '../roles.js';
import { compareTexts } from '../compareTexts.js';
import type { Change, Counts, EventLog } from './EventLog.js';
import { mergeParticipant } from './mergeParticipant.js';
import type { AttendanceEvent } from './types.js';

const changeTypes = new Map<string, Change['type']>([
  ['room.client.joined', 'joined'],
  ['room.client.left', 'left'],
  ['room.session.started', 'session-started'],
  ['room.session.ended', 'session-ended'],
]);

const readText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

function readCounts(numClients: unknown, byRole: unknown): Counts | undefined {
  const hasRoles = typeof byRole === 'object' && byRole !== null;
  // `numClients` may include machines, so alone it only tells that the room is empty.
  if (!hasRoles && numClients !== 0) return undefined;
  const roles = Object.entries(hasRoles ? byRole : {})
    .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
    .sort(([one], [other]) => compareTexts(one, other));
  const people = roles.reduce((sum, [role, count]) => (isMachineRole(role) ? sum : sum + count), 0);
  return { numClients: typeof numClients === 'number' ? numClients : undefined, byRole: new Map(roles), people };
}

/** Adds what an event says about presence to the log. Returns false if it says nothing about it. */
export function collectEvent(log: EventLog, event: AttendanceEvent, at: number): boolean {
  const data = event.data as Readonly<Record<string, unknown>>;
  const type = changeTypes.get(event.type);
  const sessionId = readText(data.roomSessionId);
  if (type === 'joined' || type === 'left') {
    const participantId = readText(data.participantId);
    if (participantId === null) return false;
    const role = readText(data.roleName) ?? 'visitor';
    const counts = readCounts(data.numClients, data.numClientsByRoleName);
    log.changes.push({ type, at, participantId, role, sessionId, counts });
    const participant = mergeParticipant(log.participants.get(participantId), {
      name: readText(data.displayName) ?? '',
      namedAt: at,
      externalId: readText(data.externalId),
      externalIdAt: at,
      dialIn: data.isDialIn === true,
    });
    log.participants.set(participantId, participant);
  } else if (type) log.changes.push({ type, at, participantId: '', role: '', sessionId, counts: undefined });
  else return false;

  log.lastAt = Math.max(log.lastAt, at);
  if (typeof data.meetingId === 'string')
    log.meetings.set(data.meetingId, Math.min(at, log.meetings.get(data.meetingId) ?? Infinity));
  return true;
}
