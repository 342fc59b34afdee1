import { createServerError } from '../../errors/createServerError.js';
import { rowsToCsv } from './rowsToCsv.js';
import type { CsvCell, RowsToCsvOptions } from './rowsToCsv.js';
import type { AttendanceSummary, Attendee } from '../attendance/types.js';

export interface CsvOptions extends RowsToCsvOptions {
  /** The zone of the times, such as `Europe/Oslo`: they read `2026-03-29 14:30:00`. Default: ISO time, which is UTC. */
  readonly timeZone?: string | undefined;
}

type FormatTime = (iso: string | null) => string | null;

/** The columns of a row; `mostAtOnce` and lists of ids are left to the JSON. */
const columns = {
  id: ({ id }) => id,
  identifiedBy: ({ identifiedBy }) => identifiedBy,
  displayName: ({ displayName }) => displayName,
  externalId: ({ externalId }) => externalId,
  roles: ({ roles }) => roles.join(' '),
  firstIn: ({ firstIn }, format) => format(firstIn),
  lastOut: ({ lastOut }, format) => format(lastOut),
  lateBySeconds: ({ lateBySeconds }) => lateBySeconds,
  stays: ({ stays, earlierStays }) => stays.length + earlierStays,
  seconds: ({ seconds }) => seconds,
  minutes: ({ minutes }) => minutes,
} satisfies Record<string, (person: Attendee, format: FormatTime) => CsvCell>;

function createFormatTime(timeZone: string): FormatTime {
  const two = '2-digit';
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  });
  return (iso) => {
    if (iso === null) return null;
    const parts = new Map(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
    const [year, month, day, ...clock] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map((type) =>
      parts.get(type),
    );
    return `${year}-${month}-${day} ${clock.join(':')}`;
  };
}

/**
 * A summary as CSV (RFC 4180): a head, then a row for each person. Names that a spreadsheet would take for a formula are
 * quoted, whatever separator it reads.
 * @throws WherebyError `CSV_OPTION_INVALID`
 */
export function attendanceToCsv(summary: AttendanceSummary, { timeZone, ...options }: CsvOptions = {}): string {
  const people = (summary as Partial<AttendanceSummary> | null | undefined)?.people;
  if (!people)
    throw createServerError('CSV_OPTION_INVALID', {
      problem: 'the first argument must be what `summarizeAttendance` returns',
    });
  let format: FormatTime = (iso) => iso;
  try {
    if (timeZone !== undefined) format = createFormatTime(timeZone);
  } catch {
    const problem = `\`timeZone\` must be a name such as Europe/Oslo, and ${JSON.stringify(timeZone)} is none`;
    throw createServerError('CSV_OPTION_INVALID', { problem });
  }
  const rows = people.map((person) => Object.values(columns).map((read) => read(person, format)));
  return rowsToCsv([Object.keys(columns), ...rows], options);
}
