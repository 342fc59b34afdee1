import { isMachineRole, readRole } from '../roles.js';
import { compareTexts } from '../compareTexts.js';
import { decodeColumn } from '../stored-events/decodeColumn.js';
import { readField } from '../stored-events/readField.js';
import type { ReadEvent } from '../stored-events/readStoredEvent.js';
import type { Counts, EventLog } from './EventLog.js';
import { mergeParticipant } from './mergeParticipant.js';
import { readChangeType } from './readChangeType.js';

/** Whether an event was added to the log. `unreadable` is about presence but says too little. */
export type Collected = 'added' | 'other-type' | { readonly unreadable: string };

const readText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

const readCount = (value: unknown): number | undefined => {
  const count =
    typeof value === 'number' ? value : typeof value === 'string' || typeof value === 'bigint' ? Number(value) : NaN;
  return count >= 0 && Number.isFinite(count) ? count : undefined;
};

function readCounts(numClients: number | undefined, column: unknown): Counts | undefined {
  const byRole = decodeColumn(column);
  const hasRoles = typeof byRole === 'object' && byRole !== null;
  // `numClients` may include machines, so alone it only tells that the room is empty.
  if (!hasRoles && numClients !== 0) return undefined;
  const roles = new Map<string, number>();
  let people = 0;
  for (const [name, value] of hasRoles ? Object.entries(byRole) : []) {
    const role = readRole(name);
    const count = readCount(value);
    if (count === undefined) continue;
    roles.set(role, count);
    if (!isMachineRole(role)) people += count;
  }
  // In a fixed order, so that equal counts are handled alike.
  const sorted = roles.size > 1 ? new Map([...roles].sort(([one], [other]) => compareTexts(one, other))) : roles;
  return { numClients, byRole: sorted, people };
}

/** Adds what an event says about presence to the log. */
export function collectEvent(log: EventLog, { at, data }: ReadEvent, typeName: string): Collected {
  const type = readChangeType(typeName);
  if (!type) return 'other-type';
  if (Number.isNaN(at)) return { unreadable: 'their `createdAt` is missing or no time' };
  if (!data) return { unreadable: 'their `data` is missing or not JSON' };
  const sessionId = readText(readField(data, 'roomSessionId'));
  if (type === 'joined' || type === 'left') {
    const name = readText(readField(data, 'displayName')) ?? '';
    const externalId = readText(readField(data, 'externalId'));
    let participantId = readText(readField(data, 'participantId'));
    if (participantId === null) {
      participantId = assumeParticipantId(externalId, name);
      if (participantId === null) return { unreadable: 'their `data` has no `participantId`' };
      log.assumed++;
    }
    const role = readRole(readText(readField(data, 'roleName')) ?? 'visitor');
    const counts = readCounts(readCount(readField(data, 'numClients')), readField(data, 'numClientsByRoleName'));
    log.changes.push({ type, at, participantId, role, sessionId, counts });
    const participant = mergeParticipant(log.participants.get(participantId), {
      name,
      namedAt: at,
      externalId,
      externalIdAt: at,
      dialIn: readFlag(readField(data, 'isDialIn')),
    });
    log.participants.set(participantId, participant);
  } else log.changes.push({ type, at, participantId: '', role: '', sessionId, counts: undefined });

  log.lastAt = Math.max(log.lastAt, at);
  const meetingId = readText(readField(data, 'meetingId'));
  if (meetingId !== null) log.meetings.set(meetingId, Math.min(at, log.meetings.get(meetingId) ?? Infinity));
  return 'added';
}

/**
 * Tells participants apart whose events have no `participantId`, as in Whereby's own first examples: by person, so that
 * two connections of one count as one participant's. Null if the name is hidden or missing, which everyone's may be.
 */
function assumeParticipantId(externalId: string | null, name: string): string | null {
  if (externalId !== null) return `externalId:${externalId}`;
  return name === '' || name === '[[redacted]]' ? null : `displayName:${name}`;
}

/** A boolean, also as databases and CSV give it back. */
function readFlag(value: unknown): boolean {
  return value === true || ['true', '1', 't'].includes(readText(value) ?? '');
}
