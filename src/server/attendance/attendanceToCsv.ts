import { createServerError } from '../../errors/createServerError.js';
import type { AttendanceSummary, Attendee } from './types.js';

export interface CsvOptions {
  /** What stands between cells: `;` for Excel where the decimal sign is a comma. Default `,`. */
  readonly separator?: ',' | ';' | '\t' | '|' | undefined;
  /** The zone of the times, such as `Europe/Oslo`: they read `2026-03-29 14:30:00`. Default: ISO time, which is UTC. */
  readonly timeZone?: string | undefined;
  /** Whether the text starts with a byte order mark, without which Excel on Windows spoils `Åse`. Default true. */
  readonly byteOrderMark?: boolean | undefined;
}

type Cell = string | number | null;
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
} satisfies Record<string, (person: Attendee, format: FormatTime) => Cell>;

/** After these a reader may take what follows for a cell, which depends on the language of its computer. */
const ends = /(?<=[,;|"\t\r\n\v\f\u0085\u2028\u2029])/;

/** Blanks and invisible characters before the sign do not protect. The signs are also those of full-width keyboards. */
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;

/** People choose their own names: an apostrophe tells a spreadsheet that text follows, and no formula. */
const defuse = (text: string) =>
  text
    .split(ends)
    .map((part) => (formula.test(part) ? `'${part}` : part))
    .join('');

function writeCell(value: Cell, separator: string): string {
  if (typeof value !== 'string') return String(value ?? '');
  const text = defuse(value);
  return /[",;|\t\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

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

const invalid = (problem: string) => createServerError('CSV_OPTION_INVALID', { problem });

/**
 * A summary as CSV (RFC 4180): a head, then a row for each person. Names that a spreadsheet would take for a formula are
 * quoted, whatever separator it reads.
 * @throws WherebyError `CSV_OPTION_INVALID`
 */
export function attendanceToCsv(
  { people }: AttendanceSummary,
  { separator = ',', timeZone, byteOrderMark = true }: CsvOptions = {},
): string {
  if (![',', ';', '\t', '|'].includes(separator))
    throw invalid('`separator` must be a comma, a semicolon, a tab or a vertical bar');
  let format: FormatTime = (iso) => iso;
  try {
    if (timeZone !== undefined) format = createFormatTime(timeZone);
  } catch {
    throw invalid(`\`timeZone\` must be a name such as Europe/Oslo, and ${JSON.stringify(timeZone)} is none`);
  }
  const rows = people.map((person) => Object.values(columns).map((read) => writeCell(read(person, format), separator)));
  const lines = [Object.keys(columns), ...rows].map((row) => `${row.join(separator)}\r\n`);
  return `${byteOrderMark ? '\uFEFF' : ''}${lines.join('')}`;
}
