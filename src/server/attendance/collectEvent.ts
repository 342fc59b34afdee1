import { isMachineRole, readRole } from '../roles.js';
import { decodeColumn } from '../stored-events/decodeColumn.js';
import { readField } from '../stored-events/readField.js';
import { readStoredEvent } from '../stored-events/readStoredEvent.js';
import type { Row } from '../stored-events/readStoredEvent.js';
import { readCount, readFlag, readText } from '../stored-events/readText.js';
import { isObject } from '../isObject.js';
import type { Change, Counts, EventLog } from './EventLog.js';
import { mergeParticipant } from './mergeParticipant.js';

const changeTypes = new Map<string, Change['type']>([
  ['room.client.joined', 'joined'],
  ['room.client.left', 'left'],
  ['room.session.started', 'session-started'],
  ['room.session.ended', 'session-ended'],
]);

function readCounts(data: Row): Counts | undefined {
  const numClients = readCount(readField(data, 'numClients'));
  const byRole = decodeColumn(readField(data, 'numClientsByRoleName'));
  // `numClients` may include machines, so alone it only tells that the room is empty.
  if (!isObject(byRole)) return numClients === 0 ? { numClients, byRole: new Map(), people: 0 } : undefined;
  const roles = new Map<string, number>();
  let people = 0;
  for (const [name, value] of Object.entries(byRole)) {
    const role = readRole(name);
    const count = readCount(value);
    if (count === undefined) continue;
    roles.set(role, count);
    if (!isMachineRole(role)) people += count;
  }
  return { numClients, byRole: roles, people };
}

/**
 * Tells participants apart whose events have no `participantId`, as in Whereby's own first examples: by person, so that
 * two connections of one count as one participant's. Null if the name is hidden or missing, which everyone's may be.
 */
function assumeParticipantId(externalId: string | null, name: string): string | null {
  if (externalId !== null) return `externalId:${externalId}`;
  return name === '' || name === '[[redacted]]' ? null : `displayName:${name}`;
}

/** Adds who joined or left. Returns false if that is not known. */
function collectPresence(log: EventLog, type: 'joined' | 'left', at: number, data: Row): boolean {
  const name = readText(readField(data, 'displayName')) ?? '';
  const externalId = readText(readField(data, 'externalId'));
  const knownId = readText(readField(data, 'participantId'));
  const participantId = knownId ?? assumeParticipantId(externalId, name);
  if (participantId === null) return false;
  if (knownId === null) log.assumed++;
  const role = readRole(readText(readField(data, 'roleName')) ?? 'visitor');
  const sessionId = readText(readField(data, 'roomSessionId'));
  log.changes.push({ type, at, participantId, role, sessionId, counts: readCounts(data) });
  const dialIn = readFlag(readField(data, 'isDialIn'));
  const seen = { name, namedAt: at, externalId, externalIdAt: at, dialIn };
  log.participants.set(participantId, mergeParticipant(log.participants.get(participantId), seen));
  return true;
}

function keepFirst(times: Map<string, number>, id: string | null, at: number): void {
  if (id !== null && !(times.get(id)! <= at)) times.set(id, at);
}

/** Counts an event that is not used; for a `reason` if it is about presence, but says too little. */
function refuse(log: EventLog, reason?: string): false {
  log.unused++;
  if (reason !== undefined) log.unreadable.set(reason, (log.unreadable.get(reason) ?? 0) + 1);
  return false;
}

/** Adds what an event says about presence to the log. Returns false if it is not used. */
export function collectEvent(log: EventLog, stored: unknown): boolean {
  const { type: typeName, at, data } = readStoredEvent(stored) ?? {};
  if (at === undefined || typeName === undefined) return refuse(log, 'they have no `type`, or are not objects');
  const type = changeTypes.get(typeName);
  if (!type || at <= log.settledUntil) return refuse(log);
  if (Number.isNaN(at)) return refuse(log, 'their `createdAt` is missing or no time');
  if (!data) return refuse(log, 'their `data` is missing or not JSON');
  if (type === 'joined' || type === 'left') {
    if (!collectPresence(log, type, at, data)) return refuse(log, 'their `data` has no `participantId`');
  } else {
    const sessionId = readText(readField(data, 'roomSessionId'));
    log.changes.push({ type, at, participantId: '', role: '', sessionId, counts: undefined });
  }
  log.lastAt = Math.max(log.lastAt, at);
  keepFirst(log.meetings, readText(readField(data, 'meetingId')), at);
  const roomName = readText(readField(data, 'roomName'));
  keepFirst(log.rooms, roomName && roomName.replace(/^\//, ''), at);
  return true;
}
