// attendanceToDatabase.ts
import { summarizeAttendance } from 'react-whereby-embed/server';
import type { StoredEvent } from 'react-whereby-embed/server';

export interface AttendanceRow {
  readonly meetingId: string;
  readonly personId: string;
  readonly name: string;
  readonly seconds: number;
  readonly firstIn: string | null;
  readonly lastOut: string | null;
}

/**
 * A row for each person of a meeting, from the events that a webhook store has kept, in whatever order and however often
 * they came. Write them with "insert or update" on `meetingId` and `personId`, so that this can be repeated.
 */
export const listAttendanceRows = (meetingId: string, events: readonly StoredEvent[]): AttendanceRow[] =>
  summarizeAttendance(events).people.map(({ id, displayName, seconds, firstIn, lastOut }) => ({
    meetingId,
    personId: id,
    name: displayName,
    seconds,
    firstIn,
    lastOut,
  }));
