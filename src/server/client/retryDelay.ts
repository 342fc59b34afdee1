import type { Clock } from './clock.js';

/** Budgets are counted per minute, so a longer wait that an answer asks for is a mistake of some clock. */
const longest = 60_000;

/**
 * Milliseconds to wait before the next attempt: what the API said, at most a minute; else half a second, doubled
 * with each attempt, at most eight seconds. Both spread by chance, so that many callers do not come back at once.
 */
export function retryDelay(told: number | null, attempts: number, clock: Pick<Clock, 'random'>): number {
  if (told !== null) return Math.min(told, longest) + clock.random() * 500;
  return Math.min(500 * 2 ** (attempts - 1), 8_000) * (0.5 + clock.random() / 2);
}
