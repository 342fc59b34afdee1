import { isObject } from '../isObject.js';
import { isMachineRole } from '../roles.js';
import { readField } from '../stored-events/readField.js';
import type { Row } from '../stored-events/readStoredEvent.js';
import { readText } from '../stored-events/readText.js';
import { readTime } from '../stored-events/readTime.js';
import { mergeParticipant } from './mergeParticipant.js';
import type { Participant } from './mergeParticipant.js';
import type { OccupancyTracker, TrackedStay } from './OccupancyTracker.js';

/** How far apart an event and a row about the same moment may be, in milliseconds. */
const tolerance = 120_000;

/** A row as the API or a database returns it. */
function readRow(row: Row) {
  const read = (name: string) => readText(readField(row, name));
  const role = read('roleName') ?? 'visitor';
  const left = readField(row, 'leftAt');
  return {
    participantId: read('participantId') ?? '',
    name: read('displayName') ?? '',
    externalId: read('externalId'),
    // The API spells this role differently from the events.
    role: role === 'granted_visited' ? 'granted_visitor' : role,
    from: readTime(readField(row, 'joinedAt')),
    to: left ? readTime(left) : null,
  };
}

/** The rows about people, by time, without those that cannot be read. */
const readRows = (rows: Iterable<unknown>) =>
  [...rows]
    .filter(isObject)
    .map(readRow)
    .filter(
      ({ participantId, role, from, to }) => participantId && !isMachineRole(role) && !Number.isNaN(from + (to ?? 0)),
    )
    .sort((one, other) => one.from - other.from || (one.to ?? Infinity) - (other.to ?? Infinity));

/** Fills in stays, and starts and ends of stays, that the events did not show. */
export function applyInsights(
  rows: Iterable<unknown>,
  tracker: OccupancyTracker,
  participants: Map<string, Participant>,
  now: number,
): void {
  const unmatched = new Map<string, TrackedStay[]>();
  for (const stay of tracker.stays) {
    const own = unmatched.get(stay.participantId);
    if (own) own.push(stay);
    else unmatched.set(stay.participantId, [stay]);
  }
  const seen = new Set<string>();
  for (const { participantId, role, name, externalId, from, to } of readRows(rows)) {
    // Paging can return a row twice.
    if (seen.has(`${from} ${participantId}`)) continue;
    seen.add(`${from} ${participantId}`);
    const own = unmatched.get(participantId) ?? [];
    const match =
      own.find((stay) => stay.from !== null && Math.abs(stay.from - from) <= tolerance) ??
      own.find((stay) => stay.from === null && stay.to >= from && stay.to <= (to ?? Infinity) + tolerance);
    if (match) {
      own.splice(own.indexOf(match), 1);
      match.from ??= from;
      if (match.closedBy === 'left' || to === null) continue;
      match.to = Math.max(to, match.from);
      match.closedBy = 'insights';
    } else {
      const about = { name, namedAt: from, externalId, externalIdAt: from, dialIn: false };
      participants.set(participantId, mergeParticipant(participants.get(participantId), about));
      const closedBy = to === null ? 'open' : 'insights';
      tracker.stays.push({ participantId, role, from, to: to ?? Math.max(now, from), closedBy });
      tracker.reportLost('joined-lost', from, participantId);
    }
  }
}
