import { vi } from 'vitest';

/** Enough to notice a mutant that most values show. Stryker runs the tests thousands of times. */
const MOST_EXAMPLES = 20;

/** Properties try fewer examples, also where a test asks for more. Set-up of `npm run mutate` only. */
vi.mock('fast-check', async (importOriginal) => {
  const original = await importOriginal<typeof import('fast-check')>();
  const assert: typeof original.assert = (property, options) =>
    original.assert(property, { ...options, numRuns: Math.min(options?.numRuns ?? MOST_EXAMPLES, MOST_EXAMPLES) });
  return { ...original, assert, default: { ...original.default, assert } };
});
