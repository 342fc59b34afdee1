import { defineConfig } from 'vitest/config';

/** Tests of the built package, which `npm run check:package` runs after a build. */
export default defineConfig({ test: { include: ['test/package/**/*.test.ts'] } });
