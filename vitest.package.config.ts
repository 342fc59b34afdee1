import { defineConfig } from 'vitest/config';
import { patience } from './test/support/patience.js';

/** Tests of the built package, which `npm run check:package` runs after a build. */
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    expect: { poll: { timeout: patience } },
    testTimeout: 5 * patience,
    hookTimeout: 5 * patience,
  },
});
