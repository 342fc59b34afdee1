import { defineConfig } from 'vitest/config';
import { patience } from './test/support/patience.js';

/** The example's proofs, with processes that are killed and a real PostgreSQL: `npm run test:school`. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['test/school/**/*.test.{ts,tsx}'],
    globalSetup: ['test/school/globalSetup.ts'],
    // Each of them keeps the machine busy by itself.
    fileParallelism: false,
    expect: { poll: { timeout: patience } },
    testTimeout: 10 * patience,
    hookTimeout: 5 * patience,
  },
});
