import type { Clock } from './realClock.js';

/** The budget is counted per minute, so a longer wait comes from a wrong clock. */
const longestWait = 60_000;

/**
 * How long to wait before the next attempt: as long as the API asks, at most a minute; else half a second, doubled
 * with each attempt, at most eight seconds. Both are randomized, so that many clients do not come back at once.
 * @param retryAfter milliseconds the API asks to wait, or null
 * @param attempts how many attempts were made
 * @returns milliseconds
 */
export function computeRetryDelay(retryAfter: number | null, attempts: number, clock: Pick<Clock, 'random'>): number {
  if (retryAfter !== null) return Math.min(retryAfter, longestWait) + clock.random() * 500;
  return Math.min(500 * 2 ** (attempts - 1), 8_000) * (0.5 + clock.random() / 2);
}
