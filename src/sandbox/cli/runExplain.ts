import { text as readStream } from 'node:stream/consumers';
import { paramDocs } from '../../params/docs.generated.js';
import { explainAddress } from '../../params/explainAddress.js';
import type { ExplainedAddress } from '../../params/explainAddress.js';
import { paint } from './paint.js';
import { readArguments } from './readArguments.js';
import type { CommandIo } from './runDoctor.js';

const usage = `Usage: react-whereby-embed explain <text> [--allow-host <host>] [--json]

Shows what a room address says: host, room, role, parameters, and every problem with what to do about it.
Keys are never shown.

  text                 an address, or any text with one in it. In quotes, because of the & in addresses.
                       Left out or -: read from standard input
  --allow-host <host>  a host of your own that rooms may be on; can be repeated
  --json               prints all of it as JSON

Exit codes: 0 without problems, 1 with problems, 2 if an argument is wrong.

Examples:
  npx react-whereby-embed explain "https://acme.whereby.com/demo?chat=off&minimal"
  pbpaste | npx react-whereby-embed explain`;

const parse = (args: readonly string[]) =>
  readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      'allow-host': { type: 'string', multiple: true },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });

/** What an address holds could otherwise move the cursor, or hide what follows. */
const printable = (text: string): string => text.replaceAll(/\p{C}/gu, '');

const describeRole = ({ hasRoomKey }: ExplainedAddress): string =>
  hasRoomKey ? 'host or viewer: it has a key, which is not shown' : 'visitor: it has no key';

function printExplanation(explained: ExplainedAddress): string {
  const { address, host, room, entries, unknown, problems } = explained;
  const others = Object.entries(unknown).map(([name, value]) => ({
    name: printable(name),
    value: printable(value),
    does: 'unknown',
  }));
  const params = [
    ...entries.map(({ name, text }) => ({ name, value: printable(text), does: paramDocs[name].summary })),
    ...others,
  ];
  const widthOf = (key: 'name' | 'value') => Math.min(40, Math.max(0, ...params.map((param) => param[key].length)));
  const rows = params.map(
    ({ name, value, does }) => `${name.padEnd(widthOf('name'))}  ${value.padEnd(widthOf('value'))}  ${does}`,
  );
  const table = address
    ? [
        `Address     ${printable(address)}`,
        `Host        ${printable(host)}`,
        `Room        ${printable(room) || 'none'}`,
        `Role        ${describeRole(explained)}`,
        ...(rows.length > 0 ? rows : ['none']).map((row, index) => `${index ? '' : 'Parameters'}`.padEnd(12) + row),
        '',
      ]
    : [];
  const listed = problems.flatMap(({ severity, message, cure }) => [
    `${paint(severity === 'error' ? 'red' : 'yellow', severity.padEnd(8))} ${printable(message)}`,
    `         ${printable(cure)}`,
  ]);
  return [...table, ...(listed.length > 0 ? listed : [paint('green', 'No problems.')])].join('\n');
}

/**
 * The command `explain`.
 * @param args what follows the command's name
 * @param readInput reads standard input; null if nothing is piped in
 * @returns the exit code: 0 without problems, 1 with problems, 2 if an argument is wrong
 */
export async function runExplain(
  args: readonly string[],
  io: CommandIo = { out: console.log, err: console.error },
  readInput: (() => Promise<string>) | null = process.stdin.isTTY ? null : () => readStream(process.stdin),
): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    io.err(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    io.out(usage);
    return 0;
  }
  const given = positionals.filter((word) => word !== '-').join(' ');
  const text = given || (await readInput?.()) || '';
  if (!text.trim()) {
    io.err(`There is no text to explain.\n\n${usage}`);
    return 2;
  }
  const explained = explainAddress(text, values['allow-host'] ?? []);
  const role = explained.hasRoomKey ? 'host or viewer' : 'visitor';
  if (values.json) io.out(JSON.stringify({ ...explained, role }, null, 2));
  else io.out(printExplanation(explained));
  return explained.problems.length > 0 ? 1 : 0;
}
