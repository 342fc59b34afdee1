import type { PartialStrykerOptions } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { startDatabases } from './databases/startDatabases.js';
import { areas } from './mutate/areas.js';

/**
 * Changes the code in thousands of small ways, one at a time, and asks the tests to notice: `npm run mutate`, or
 * `npm run mutate protocol meeting` for some areas. `--mutate <globs>` limits it to files or lines of them, as in
 * `npm run mutate params -- --mutate 'src/params/kinds/**'`. Results are kept in `.cache/mutate`: of the next run, only
 * what has changed is tried again; `--force` tries all. A survivor is a missing test or dead code.
 */
const MINIMUM = 90;

const given = process.argv.slice(2);
const globsAt = given.indexOf('--mutate');
const globs = globsAt < 0 ? undefined : given.splice(globsAt, 2)[1]?.split(',');
const isForced = given.includes('--force');
const names = given.filter((argument) => argument !== '--force');
const unknown = names.filter((name) => !(name in areas));
if (unknown.length || (globsAt >= 0 && !globs))
  throw new Error(
    `Usage: npm run mutate [area…] [-- --mutate <globs>] [--force]. The areas are ${Object.keys(areas).join(', ')}.`,
  );

const listTests = (path: string) => (/\.tsx?$/.test(path) ? [path] : [`${path}/**/*.test.ts`, `${path}/**/*.test.tsx`]);

const lines: string[] = [];
for (const [name, { source, without, tests, hasDatabases }] of Object.entries(areas)) {
  if (names.length && !names.includes(name)) continue;
  const databases = hasDatabases ? await startDatabases() : undefined;
  // The tests look for the servers there: Stryker's processes inherit the environment.
  Object.assign(process.env, databases?.urls);
  const start = performance.now();
  process.env['MUTATE_TESTS'] = tests.flatMap(listTests).join(' ');
  const results = await new Stryker({
    mutate: globs ?? [
      `${source}/**/*.{ts,tsx}`,
      // Made from the registry. `npm run generate -- --check` notices every change.
      `!${source}/**/*.generated.ts`,
      ...(without ? [`!${without}/**`] : []),
    ],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vitest.mutate.config.ts', related: false },
    coverageAnalysis: 'perTest',
    incremental: true,
    incrementalFile: `.cache/mutate/${name}.json`,
    force: isForced,
    tempDirName: `.cache/mutate/${name}`,
    ignorePatterns: [
      '/dist',
      '/storybook-static',
      '/coverage',
      '/.cache',
      '/.git',
      '/test/e2e/pictures',
      '/test/react18',
    ],
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
    concurrency: Number(process.env['MUTATE_WORKERS'] ?? 2),
    checkers: [],
    disableTypeChecks: true,
    // A busy machine is no mutant that never ends.
    timeoutMS: 20_000,
    // An enum of their own, which code in modules cannot name.
    logLevel: 'warn' as NonNullable<PartialStrykerOptions['logLevel']>,
  })
    .runMutationTest()
    .finally(() => databases?.stop());
  // With a runtime error no test can even start: a module throws when it is loaded.
  const noticed = results.filter(({ status }) => ['Killed', 'Timeout', 'RuntimeError'].includes(status)).length;
  const valid = results.filter(({ status }) => status !== 'CompileError').length;
  const share = valid ? (noticed / valid) * 100 : 100;
  const minutes = (performance.now() - start) / 60_000;
  if (share < MINIMUM) process.exitCode = 1;
  lines.push(
    `${share < MINIMUM ? 'MISS' : 'ok  '} ${name.padEnd(14)} ${share.toFixed(1)} % of ${valid} mutants noticed, in ${minutes.toFixed(1)} min`,
  );
}
console.log(lines.join('\n'));
