/** What stands in a table's cell on one line. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** A comment that says where the text is from, before its heading. */
export const page = (from: string, ...blocks: readonly string[]): string =>
  `<!-- Made by \`npm run generate\` from ${from}. Do not edit. -->\n\n${blocks.filter(Boolean).join('\n\n')}\n`;
