import { defineConfig } from 'vitest/config';
import { patience } from './test/support/patience.js';

/** What `npm run mutate` runs: the projects `unit` and `dom` as one, since their files say by their name which they are. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    testTimeout: 2 * patience,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts', 'test/contract/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/dom/**/*.test.tsx'],
          setupFiles: ['test/dom/setup.ts'],
        },
      },
    ],
  },
});
