import { createServerError } from '../../errors/createServerError.js';

/** Null leaves the cell empty. */
export type CsvCell = string | number | null;

export interface RowsToCsvOptions {
  /** What stands between cells: `;` for Excel where the decimal sign is a comma. Default `,`. */
  readonly separator?: ',' | ';' | '\t' | '|' | undefined;
  /** Whether the text starts with a byte order mark, without which Excel on Windows spoils `Åse`. Default true. */
  readonly byteOrderMark?: boolean | undefined;
}

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

function writeCell(value: CsvCell, separator: string): string {
  if (typeof value === 'number') return String(value);
  const text = defuse(String(value ?? ''));
  return /[",;|\t\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows of your own as CSV (RFC 4180), such as those of several meetings. Text that a spreadsheet would take for a formula is
 * defused as in `attendanceToCsv`, whatever separator it reads: participants choose their own names.
 * @throws WherebyError `CSV_OPTION_INVALID`
 */
export function rowsToCsv(
  rows: readonly (readonly CsvCell[])[],
  { separator = ',', byteOrderMark = true }: RowsToCsvOptions = {},
): string {
  if (!Array.isArray(rows) || !rows.every(Array.isArray))
    throw createServerError('CSV_OPTION_INVALID', { problem: '`rows` must be a list of lists' });
  if (![',', ';', '\t', '|'].includes(separator))
    throw createServerError('CSV_OPTION_INVALID', {
      problem: '`separator` must be a comma, a semicolon, a tab or a vertical bar',
    });
  const lines = rows.map((row) => `${row.map((cell) => writeCell(cell, separator)).join(separator)}\r\n`);
  return `${byteOrderMark ? '\uFEFF' : ''}${lines.join('')}`;
}
