import type { Clock } from './clock.js';
import type { RateLimit } from './types.js';

/** Milliseconds between calls where answers tell no budget: half of the smallest plan's 100 points a minute. */
const blind = 2_400;

/**
 * Waits between calls so that a long job leaves `reserve` of the request budget, 0 to 1, to others: until the budget
 * is full again once it has fallen that far.
 */
export const createPacer =
  (reserve: number, clock: Clock, signal: AbortSignal | undefined) =>
  async ({ limit, remaining, resetAt }: RateLimit): Promise<void> => {
    if (remaining === null) return clock.sleep(blind, signal);
    // Ten points at least, so that a caller who reserves nothing does not run into the wall either.
    if (remaining > Math.max(10, (limit ?? 100) * reserve)) return;
    const wait = resetAt ? resetAt.getTime() - clock.now() : blind;
    await clock.sleep(Math.min(Math.max(wait, 0), 60_000), signal);
  };
