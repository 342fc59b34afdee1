import { defineConfig } from 'vitest/config';
import type { Reporter, Vitest } from 'vitest/node';
import { patience } from './test/support/patience.js';

/**
 * The tests of one area, as globs. Not Stryker's own `testFiles`: for mutants of what runs when a module is loaded, it
 * would find no tests, and count them as survived.
 */
const tests = process.env['MUTATE_TESTS']?.split(' ') ?? [];
const ofKind = (extension: string) => tests.filter((glob) => glob.endsWith(extension));

/** Stryker looks at tests only, and a file that cannot be loaded has none: without this it would count as passed. */
class LoadFailures implements Reporter {
  #vitest?: Vitest;

  onInit(vitest: Vitest) {
    this.#vitest = vitest;
  }

  onTestModuleEnd: NonNullable<Reporter['onTestModuleEnd']> = (file) => {
    for (const error of file.errors()) this.#vitest?.state.catchError(error, 'Unhandled Error');
  };
}

/** What `npm run mutate` runs: the projects `unit` and `dom` as one, since their files say by their name which they are. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    testTimeout: 2 * patience,
    passWithNoTests: true,
    reporters: [new LoadFailures()],
    // Files of one run share the modules that they import, as in `vitest.config.ts`. Every mutant has a run of its own.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ofKind('.ts'), setupFiles: ['test/support/fewerExamples.ts'] } },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          // What needs no document is quicker, and often enough.
          sequence: { groupOrder: 1 },
          include: ofKind('.tsx'),
          setupFiles: ['test/dom/setup.ts', 'test/support/fewerExamples.ts'],
        },
      },
    ],
  },
});
