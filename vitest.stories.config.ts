import { defineConfig } from 'vitest/config';
import { patience } from './test/support/patience.js';

/** The built Storybook, as a designer opens it: `npm run build-storybook && npm run test:stories`. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['test/stories/**/*.test.ts'],
    fileParallelism: false,
    expect: { poll: { timeout: patience } },
    testTimeout: 3 * patience,
    hookTimeout: 3 * patience,
    retry: 0,
  },
});
