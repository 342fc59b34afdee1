import type fc from 'fast-check';
import { vi } from 'vitest';

/** Enough to notice a mutant that most values show. Stryker runs the tests thousands of times. */
const MOST_EXAMPLES = 20;

/** Properties try fewer examples, also where a test asks for more. Set-up of `npm run mutate` only. */
vi.mock('fast-check', async (importOriginal) => {
  const original = await importOriginal<typeof fc & { readonly default: typeof fc }>();
  // Of its three signatures, the one that has the others' results.
  const assert = ((property: Parameters<typeof original.assert>[0], options: Parameters<typeof original.assert>[1]) =>
    original.assert(property, {
      ...options,
      numRuns: Math.min(options?.numRuns ?? MOST_EXAMPLES, MOST_EXAMPLES),
    })) as typeof original.assert;
  return { ...original, assert, default: { ...original.default, assert } };
});
