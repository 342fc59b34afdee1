/** What stands in a table's cell on one line. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** A comment that says where the text is from, before its heading. */
export const page = (from: string, ...blocks: readonly string[]): string =>
  `<!-- Made by \`npm run generate\` from ${from}. Do not edit. -->\n\n${blocks.filter(Boolean).join('\n\n')}\n`;

/** A page with a table put between its markers, `<!-- <name>: made by npm run generate -->` and `<!-- /<name> -->`. */
export function fillTable(text: string, name: string, rows: string): string {
  const [start, end] = [`<!-- ${name}: made by npm run generate -->`, `<!-- /${name} -->`];
  if (!text.includes(start) || !text.includes(end)) throw new Error(`There is no place for the table of ${name}.`);
  return `${text.slice(0, text.indexOf(start) + start.length)}\n\n${rows}\n\n${text.slice(text.indexOf(end))}`;
}
