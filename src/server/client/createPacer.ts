import type { Clock } from './realClock.js';
import type { RateLimit } from './types.js';

/** Milliseconds between calls if responses do not tell the budget: half of the smallest plan's 100 points a minute. */
const unknownBudgetWait = 2_400;

/**
 * Creates a function to await between calls, so that a long job leaves a part of the request budget to others: once the
 * budget has fallen that far, it waits until it is full again.
 * @param reserve the part to leave, 0 to 1
 */
export const createPacer =
  (reserve: number, clock: Clock, signal: AbortSignal | undefined) =>
  async ({ limit, remaining, resetAt }: RateLimit): Promise<void> => {
    // Also if it does not wait: a client that was passed in may not look at the signal.
    signal?.throwIfAborted();
    if (remaining === null) return clock.sleep(unknownBudgetWait, signal);
    // At least ten points, so that a job without a reserve does not run out of budget either.
    if (remaining > Math.max(10, (limit ?? 100) * reserve)) return;
    const wait = resetAt ? resetAt.getTime() - clock.now() : unknownBudgetWait;
    await clock.sleep(Math.min(Math.max(wait, 0), 60_000), signal);
  };
