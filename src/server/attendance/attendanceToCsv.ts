import type { AttendanceSummary, Attendee } from './types.js';

/** The columns of a row; `mostAtOnce` and lists of ids are left to the JSON. */
const columns = {
  id: ({ id }) => id,
  identifiedBy: ({ identifiedBy }) => identifiedBy,
  displayName: ({ displayName }) => displayName,
  externalId: ({ externalId }) => externalId,
  roles: ({ roles }) => roles.join(' '),
  firstIn: ({ firstIn }) => firstIn,
  lastOut: ({ lastOut }) => lastOut,
  lateBySeconds: ({ lateBySeconds }) => lateBySeconds,
  stays: ({ stays, earlierStays }) => stays.length + earlierStays,
  seconds: ({ seconds }) => seconds,
  minutes: ({ minutes }) => minutes,
} satisfies Record<string, (person: Attendee) => string | number | null>;

function cell(value: string | number | null): string {
  if (value === null) return '';
  // People choose their own names: a spreadsheet must not take one for a formula.
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A summary as CSV (RFC 4180): a head, then a row for each person. */
export function attendanceToCsv({ people }: AttendanceSummary): string {
  const rows = people.map((person) => Object.values(columns).map((read) => cell(read(person))));
  return [Object.keys(columns), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}
