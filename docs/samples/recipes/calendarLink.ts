// calendarLink.ts
export interface Appointment {
  readonly id: string;
  readonly title: string;
  readonly start: Date;
  readonly end: Date;
}

const minute = 60_000;
const toUtc = (date: Date) => date.toISOString().replace(/[-:]|\.\d+/g, '');
// https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11
const escapeText = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** A calendar file whose link leads to a page of your app, never to a room: a room URL in a calendar is open to all. */
export const buildCalendarFile = ({ id, title, start, end }: Appointment, pageUrl: string, now = new Date()): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//acme//meetings//EN',
    'BEGIN:VEVENT',
    `UID:${id}@acme.example`,
    `DTSTAMP:${toUtc(now)}`,
    `DTSTART:${toUtc(start)}`,
    `DTEND:${toUtc(end)}`,
    `SUMMARY:${escapeText(title)}`,
    `URL:${pageUrl}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

/** Whether a person may come in now. Ask it in `authorize`, because a page can be changed by whoever looks at it. */
export function checkArrival({ start, end }: Appointment, now = new Date()): 'early' | 'open' | 'late' {
  if (now.getTime() < start.getTime() - 10 * minute) return 'early';
  // Nobody comes in during the last five minutes. The service itself lets people in until the meeting's end.
  return now.getTime() > end.getTime() - 5 * minute ? 'late' : 'open';
}
