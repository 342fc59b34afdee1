import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { BenchRow } from './row.js';

/** The day of examples/school, in a process of its own: its memory is one of the figures. */
export async function run(): Promise<BenchRow[]> {
  const soak = fork(new URL('../../test/school/soak/run.ts', import.meta.url), {
    execArgv: [...process.execArgv, '--expose-gc'],
  });
  const exited = once(soak, 'exit');
  const rows = await Promise.race([
    once(soak, 'message').then(([measured]) => measured as BenchRow[]),
    // It has said why, such as that there is no PostgreSQL here.
    exited.then(([code]): BenchRow[] => [
      { name: 'school: a day of 200 lessons', value: `exit code ${String(code)}`, target: 'runs', ok: false },
    ]),
  ]);
  await exited;
  return rows;
}
