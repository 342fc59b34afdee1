import pg from 'pg';
import { createWhereby } from 'react-whereby-embed/server';
import { startSandbox } from 'react-whereby-embed/sandbox';
import { describe, expect, onTestFinished, test } from 'vitest';
import { storeKinds } from '../stores/support/storeKinds.js';
import { startProgram } from './support/startProgram.js';

const processes = 10;

/** Starts so many of a program, lets all begin at once, and returns the line that each prints. */
async function runAtOnce(name: string, ...args: readonly string[]): Promise<string[]> {
  const programs = Array.from({ length: processes }, () => startProgram(name, ...args));
  onTestFinished(async () => {
    await Promise.all(programs.map((program) => program.kill()));
  });
  await Promise.all(programs.map((program) => program.readLine()));
  for (const program of programs) program.writeLine('go');
  return Promise.all(programs.map((program) => program.readLine()));
}

const postgres = process.env['TEST_POSTGRES_URL'];

test.skipIf(postgres === undefined)(
  `${processes} processes that are asked for the meetings of the same 200 keys at once create 200 meetings`,
  async () => {
    const place = await storeKinds['PostgreSQL']!.createPlace(postgres!);
    const pool = new pg.Pool({ connectionString: place.address });
    const sandbox = await startSandbox();
    onTestFinished(async () => {
      await sandbox.close();
      await pool.end();
      await place.destroy();
    });
    await pool.query(
      'create table meeting_keys (key text primary key, meeting_id text not null, until timestamptz not null)',
    );
    const count = 200;
    const printed = await runAtOnce('creator', place.address, sandbox.apiUrl, sandbox.apiKey, String(count));
    const [first, ...others] = printed.map((line) => JSON.parse(line) as Record<string, string>);
    for (const other of others) expect(other).toEqual(first);

    const whereby = createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl });
    const meetings = await whereby.meetings.list().toArray();
    expect(meetings).toHaveLength(count);
    expect(new Set(Object.values(first!))).toEqual(new Set(meetings.map(({ meetingId }) => meetingId)));
  },
);

describe.each(['SQLite', 'PostgreSQL', 'MariaDB'])('%s', (kind) => {
  const { variable, createPlace } = storeKinds[kind]!;
  const url = variable ? process.env[variable] : '';

  test.skipIf(url === undefined)(`has its tables when ${processes} processes migrate at once`, async () => {
    const place = await createPlace(url!);
    onTestFinished(() => place.destroy());
    expect(await runAtOnce('migrator', kind, place.address)).toEqual(Array<string>(processes).fill('won'));
  });
});
