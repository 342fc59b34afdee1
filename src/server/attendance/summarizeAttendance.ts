import { createAttendance } from './createAttendance.js';
import type { AttendanceEvent, AttendanceOptions, AttendanceSummary } from './types.js';

/**
 * Who was in a meeting and for how long, and how long the meeting was: from its events in any order, any of them
 * twice, some of them lost. A pure function: the same set of events and options gives the same answer.
 *
 * Pass the events of one meeting, such as `store.eventsOf(meeting)` answers. What is no event, or says nothing of
 * presence, is left out of account. Throws nothing.
 */
export function summarizeAttendance(
  events: Iterable<AttendanceEvent>,
  { identities, ...options }: AttendanceOptions = {},
): AttendanceSummary {
  const attendance = createAttendance({ identities });
  for (const event of events) attendance.add(event);
  return attendance.summary(options);
}
