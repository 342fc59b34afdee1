import { defineConfig } from 'vitest/config';
import { patience } from './test/support/patience.js';

/** Tests in which processes and databases die, for minutes: `npm run test:faults`. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['test/faults/**/*.test.ts'],
    globalSetup: ['test/faults/globalSetup.ts', 'test/stores/globalSetup.ts'],
    setupFiles: ['test/stores/setup.ts'],
    // Each of them keeps the machine busy by itself.
    fileParallelism: false,
    expect: { poll: { timeout: patience } },
    testTimeout: 10 * patience,
    hookTimeout: 5 * patience,
  },
});
