/** After these a reader may take what follows for a cell, which depends on the language of its computer. */
const ends = /(?<=[,;|"\t\r\n\v\f\u0085\u2028\u2029])/;
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;

/** People choose their own names: an apostrophe tells a spreadsheet that text follows, and no formula. */
const defuse = (text: string): string =>
  text
    .split(ends)
    .map((part) => (formula.test(part) ? `'${part}` : part))
    .join('');

function writeCell(value: string | number | null): string {
  if (typeof value !== 'string') return String(value ?? '');
  const text = defuse(value);
  return /[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180, with the mark without which Excel on Windows spoils `Åse`. */
export const writeCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;
