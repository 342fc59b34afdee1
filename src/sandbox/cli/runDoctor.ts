import { createScrub } from '../../server/logging/createScrub.js';
import { doctor } from '../../server/doctor/doctor.js';
import type { DoctorOptions, Finding } from '../../server/doctor/doctor.js';
import { readArguments } from './readArguments.js';

/** Where the command writes to. */
export interface CommandIo {
  /** Results. */
  readonly out: (text: string) => void;
  /** Errors. */
  readonly err: (text: string) => void;
}

const usage = `Usage: react-whereby-embed doctor [--room <label or room URL>] [--page <URL>] [--json]

Checks the API key, the request budget, the clock, the allowed domains and the webhook secret.
The key is read from WHEREBY_API_KEY only, so that no list of processes shows it.

  --room   the label before .whereby.com, or a room URL. Default: read from one of the account's meetings
  --page   the page that frames rooms, for example https://app.acme.com
  --json   prints the findings as JSON

Exit codes: 0 if all is well, 1 if a problem was found, 2 if an argument is wrong.

Example:
  npx react-whereby-embed doctor --page https://app.acme.com`;

const marks: Record<Finding['status'], string> = { good: 'ok', warning: 'warning', bad: 'PROBLEM', skipped: 'skipped' };

const parse = (args: readonly string[]) =>
  readArguments({
    args: [...args],
    options: {
      room: { type: 'string' },
      page: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;

/**
 * The command `doctor`.
 * @param args what follows the command's name
 * @returns the exit code: 0 if all is well, 1 if a problem was found, 2 if an argument is unknown
 */
export async function runDoctor(
  args: readonly string[],
  io: CommandIo = { out: console.log, err: console.error },
  options: DoctorOptions = {},
): Promise<number> {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    // Someone may have typed the key as an argument: it must not be printed.
    const removeSecrets = createScrub([]);
    io.err(`${removeSecrets(error instanceof Error ? error.message : String(error))}\n\n${usage}`);
    return 2;
  }
  if (values.help) {
    io.out(usage);
    return 0;
  }
  const findings = await doctor({ ...options, room: values.room ?? options.room, page: values.page ?? options.page });
  if (values.json) io.out(JSON.stringify(findings, null, 2));
  else for (const { check, status, message } of findings) io.out(`${marks[status].padEnd(8)} ${check}: ${message}`);
  return findings.some(({ status }) => status === 'bad') ? 1 : 0;
}
