import { parseArgs } from 'node:util';
import { createScrub } from '../../server/client/createScrub.js';
import { doctor } from '../../server/doctor/doctor.js';
import type { DoctorOptions, Finding } from '../../server/doctor/doctor.js';

/** Where the command writes to. */
export interface CommandIo {
  /** Lines for people and pipes. */
  readonly out: (text: string) => void;
  /** Complaints. */
  readonly err: (text: string) => void;
}

const usage = `Usage: react-whereby-embed doctor [--room <label or room address>] [--page <address>] [--json]

Checks the API key, the request budget, the clock, the allowed domains and the webhook secret.
The key is read from WHEREBY_API_KEY only, so that no list of processes shows it.

  --room   the label before .whereby.com, or a room address; found by itself once the account has a meeting
  --page   the page that is to frame rooms, for example https://app.acme.com
  --json   the findings as JSON`;

const marks: Record<Finding['status'], string> = { good: 'ok', warning: 'warning', bad: 'PROBLEM', skipped: 'skipped' };

/**
 * The command `doctor`.
 * @param argv what follows the command's name
 * @returns the exit code: 0 all well, 1 a problem was found, 2 the command was not understood
 */
export async function runDoctor(
  argv: readonly string[],
  io: CommandIo = { out: console.log, err: console.error },
  options: DoctorOptions = {},
): Promise<number> {
  let values: { room?: string; page?: string; json?: boolean; help?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        room: { type: 'string' },
        page: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    // A key may have been typed as an argument; it is not repeated.
    io.err(`${createScrub([])((error as Error).message)}\n\n${usage}`);
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
