import { attendanceToCsv, identifyAttendees, summarizeAttendance } from 'react-whereby-embed/server';
import type { StoredEvent } from 'react-whereby-embed/server';

export async function report(events: StoredEvent[], endDate: string, key: string) {
  const identities = await identifyAttendees(events, { key }); // with signed metadata only
  const summary = summarizeAttendance(events, { now: Date.now(), endDate, identities });
  return attendanceToCsv(summary);
}
