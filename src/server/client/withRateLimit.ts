import type { RateLimit, WithRateLimit } from './types.js';

/** For results that come without a request. */
export const unknownRateLimit: RateLimit = { limit: null, remaining: null, resetAt: null };

/** Adds the request budget to a result. It is not enumerable, so JSON, spread copies and comparisons leave it out. */
export const withRateLimit = <T extends object>(result: T, rateLimit: RateLimit): WithRateLimit<T> =>
  Object.defineProperty(result, 'rateLimit', { value: rateLimit, enumerable: false }) as WithRateLimit<T>;
