import { defineConfig } from 'vitest/config';
import { patience } from './test/support/patience.js';

/**
 * The tests of one area, as globs. Not Stryker's own `testFiles`: for mutants of what runs when a module is loaded, it
 * would find no tests, and count them as survived.
 */
const tests = process.env['MUTATE_TESTS']?.split(' ') ?? [];
const ofKind = (extension: string) => tests.filter((glob) => glob.endsWith(extension));

/** What `npm run mutate` runs: the projects `unit` and `dom` as one, since their files say by their name which they are. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    testTimeout: 2 * patience,
    passWithNoTests: true,
    projects: [
      { extends: true, test: { name: 'unit', include: ofKind('.ts'), setupFiles: ['test/support/fewerExamples.ts'] } },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ofKind('.tsx'),
          setupFiles: ['test/dom/setup.ts', 'test/support/fewerExamples.ts'],
        },
      },
    ],
  },
});
