import { readFileSync } from 'node:fs';
import { planFrame } from '../../src/embed/planFrame.js';
import { parseRoomUrl } from '../../src/params/parseRoomUrl.js';
import { addressExamples } from './addressExamples.js';
import { formatFile } from './file.js';
import type { GeneratedFile } from './file.js';
import { fillTable, table } from './markdown.js';

const path = 'docs/room-urls.md';

/** Writes out what would not be seen in a table. */
const show = (address: string | URL): string =>
  String(address)
    .replace(/[\n\t]/g, (character) => (character === '\n' ? '⏎' : '⇥'))
    .replace(
      /(?! )[\p{C}\p{Z}]/gu,
      (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
    );

/** What is framed of an address, without what every frame has. */
const framedUrl = (url: string) => url.replace(/[?&]jsApi=.*$/, '');

function describeOutcome(address: string | URL): string {
  const { url, error } = planFrame({ room: address });
  if (!url) {
    const [what, ...cure] = error!.message.replace(/^.*?: /, '').split(/(?<=\.) (?=[A-Z`])/);
    return `refused (\`${error!.code}\`): ${what} ${cure.at(-1)}`;
  }
  const issues = parseRoomUrl(address).issues.map(({ code, message }) => ` ${message}. (\`${code}\`)`);
  return `\`${framedUrl(url)}\`${issues.join('')}`;
}

/** The table of addresses in the guide to room URLs, from what the component does with each. */
export async function generate(): Promise<GeneratedFile[]> {
  const rows = addressExamples.map(([what, address]) => [what, `\`${show(address)}\``, describeOutcome(address)]);
  const text = fillTable(
    readFileSync(path, 'utf8'),
    'addresses',
    table(['Address', 'Such as', 'What is framed'], rows),
  );
  return [await formatFile(path, text)];
}
