import { readList } from '../stored-events/readList.js';
import { createAttendance } from './createAttendance.js';
import type { AttendanceEvent, AttendanceOptions, AttendanceRow, AttendanceSummary } from './types.js';

/*
 * Webhooks arrive twice, late, in any order, or not at all. From them, attendance guarantees:
 *
 * 1. The same events give the same summary, in any order and with any repetition.
 * 2. If no event was lost, every stay is exactly as long as it was.
 * 3. A lost event never makes a stay longer than the evidence allows, and every stay says what ended it (`StayEnd`).
 * 4. What the events contradict is reported as a discrepancy, with the event whose loss would explain it.
 * 5. Nobody is counted as somebody else: only a verified identity merges with a verified identity.
 * 6. Machines (recorder, streamer, captioner, assistant) are not people.
 *
 * How:
 *
 * - `readStoredEvent` reads an event in any of the forms that databases give back. `collectEvent` adds what it says about
 *   presence to an `EventLog`: changes (joined, left, session ended) with the counts they carry, and each participant's name
 *   and `externalId`. `EventLog.sortedChanges` sorts the changes by content and drops duplicates (1).
 * - `OccupancyTracker` goes through them by time and keeps who is in the room: every stay with its start and end (2), and
 *   with what other events prove in place of lost ones (3, 4). Its rules are written above it.
 * - `applyInsights` fills in what is still unknown from the REST API (3), and `cutToPeriod` keeps what was asked for.
 * - `accumulateTotals` groups the stays by person (5, 6), and with `sweepIntervals` adds up how long each was present and
 *   how many were there together.
 * - `describeSummary` and `describeDiscrepancies` write the result in its public form (4).
 */

/**
 * Who was in a meeting and for how long, and how long the meeting was, from its events in any order, with duplicates
 * and with some lost. A pure function: the same set of events and options gives the same summary.
 *
 * Pass the events of one meeting, as `store.eventsOf(meeting)` returns them or as your own tables have them. Events of other
 * types are ignored; events that cannot be read are a discrepancy.
 * @throws WherebyError `ATTENDANCE_INPUT_INVALID` if it is not given a list, such as a query that was not awaited
 */
export function summarizeAttendance(
  events: Iterable<AttendanceEvent | AttendanceRow>,
  { identities, ...options }: AttendanceOptions = {},
): AttendanceSummary {
  const attendance = createAttendance({ identities, maxEvents: Infinity });
  for (const event of readList('events', events)) attendance.add(event);
  return attendance.summary(options);
}
