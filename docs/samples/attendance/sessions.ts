import { summarizeAttendance } from 'react-whereby-embed/server';
import type { AttendanceRow } from 'react-whereby-embed/server';

export function summarizeSessions(events: AttendanceRow[]) {
  const { sessions } = summarizeAttendance(events);
  return sessions.map(({ startedAt, endedAt }) =>
    summarizeAttendance(events, { from: startedAt ?? undefined, to: endedAt ?? undefined }),
  );
}
