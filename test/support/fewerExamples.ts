import type fc from 'fast-check';
import { vi } from 'vitest';

/** Enough to notice a mutant that most values show. Stryker runs the tests thousands of times. */
const MOST_EXAMPLES = 20;

const [FIRST_SURROGATE, SURROGATES, LAST_CODE_POINT] = [0xd800, 0x800, 0x10ffff];

/** Properties try fewer examples, also where a test asks for more. Set-up of `npm run mutate` only. */
vi.mock('fast-check', async (importOriginal) => {
  const original = await importOriginal<typeof fc & { readonly default: typeof fc }>();
  // Of its three signatures, the one that has the others' results.
  const assert = ((property: Parameters<typeof original.assert>[0], options: Parameters<typeof original.assert>[1]) =>
    original.assert(property, {
      ...options,
      numRuns: Math.min(options?.numRuns ?? MOST_EXAMPLES, MOST_EXAMPLES),
    })) as typeof original.assert;
  // The characters of its own `binary`, without the map of them all, which takes half a second to make.
  const anyCharacter = original
    .nat(LAST_CODE_POINT - SURROGATES)
    .map((index) => String.fromCodePoint(index < FIRST_SURROGATE ? index : index + SURROGATES));
  const string: typeof original.string = ({ unit, ...options } = {}) =>
    original.string({ ...options, ...(unit && { unit: unit === 'binary' ? anyCharacter : unit }) });
  const changed = { assert, string };
  return { ...original, ...changed, default: { ...original.default, ...changed } };
});
