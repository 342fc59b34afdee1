import { isMachineRole } from '../roles.js';
import { readTime } from '../stored-events/readTime.js';
import { mergeParticipant } from './mergeParticipant.js';
import type { Participant } from './mergeParticipant.js';
import type { OccupancyTracker, TrackedStay } from './OccupancyTracker.js';
import type { InsightRow } from './types.js';

/** How far apart an event and a row about the same moment may be, in milliseconds. */
const tolerance = 120_000;

/** The rows about people, by time. */
const readRows = (rows: Iterable<InsightRow>) =>
  [...rows]
    .map((row) => ({ ...row, from: readTime(row.joinedAt), to: row.leftAt ? readTime(row.leftAt) : null }))
    .filter(({ roleName, from }) => !Number.isNaN(from) && !isMachineRole(roleName))
    .sort((one, other) => one.from - other.from || (one.to ?? Infinity) - (other.to ?? Infinity));

/** Fills in stays, and starts and ends of stays, that the events did not show. */
export function applyInsights(
  rows: Iterable<InsightRow>,
  tracker: OccupancyTracker,
  participants: Map<string, Participant>,
  now: number,
): void {
  const unmatched = new Map<string, TrackedStay[]>();
  for (const stay of tracker.stays)
    unmatched.set(stay.participantId, [...(unmatched.get(stay.participantId) ?? []), stay]);
  const seen = new Set<string>();
  for (const { participantId, roleName, displayName: name, externalId, from, to } of readRows(rows)) {
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
      const about = { name, namedAt: from, externalId: externalId || null, externalIdAt: from, dialIn: false };
      participants.set(participantId, mergeParticipant(participants.get(participantId), about));
      // The API spells this role differently from the events.
      const role = roleName === 'granted_visited' ? 'granted_visitor' : roleName;
      const closedBy = to === null ? 'open' : 'insights';
      tracker.stays.push({ participantId, role, from, to: to ?? Math.max(now, from), closedBy });
      tracker.reportLost('joined-lost', from, participantId);
    }
  }
}
