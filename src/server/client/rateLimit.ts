import type { Answered, RateLimit } from './types.js';

interface Headers {
  get(name: string): string | null;
}

export const noRateLimit: RateLimit = { limit: null, remaining: null, resetAt: null };

/** What an answer's headers say of the budget. `now`: this machine's clock, in milliseconds. */
export function readRateLimit(headers: Headers, now: number): RateLimit {
  const wait = untilReset(headers, now);
  return {
    limit: count(headers.get('x-ratelimit-limit')),
    remaining: count(headers.get('x-ratelimit-remaining')),
    resetAt: wait === null ? null : new Date(now + wait),
  };
}

/** Milliseconds until the budget is full again; null where the answer does not say. */
export const untilReset = (headers: Headers, now: number): number | null =>
  untilMoment(headers.get('x-ratelimit-reset'), serverNow(headers, now));

/** Milliseconds the answer asks to wait: seconds or a date, as HTTP has it. */
export const untilRetry = (headers: Headers, now: number): number | null =>
  untilMoment(headers.get('retry-after'), serverNow(headers, now));

/** Attaches the budget to a result, out of sight of JSON and comparisons. */
export const answered = <T extends object>(value: T, rateLimit: RateLimit): Answered<T> =>
  Object.defineProperty(value, 'rateLimit', { value: rateLimit, enumerable: false }) as Answered<T>;

/** Dates in an answer are compared with its own `Date`, so that a wrong clock here or there does no harm. */
const serverNow = (headers: Headers, now: number): number => {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? now : date;
};

const count = (text: string | null): number | null => {
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : null;
};

/** In seconds. What is further away is no answer to "when". */
const year = 31_536_000;

/** Which form the date has is documented nowhere: HTTP date, ISO 8601, epoch seconds or milliseconds, or seconds from now. */
function untilMoment(text: string | null, now: number): number | null {
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  const milliseconds = Number.isNaN(value)
    ? parseDate(text.trim()) - now
    : value < year
      ? value * 1_000
      : value < year * 1_000
        ? value * 1_000 - now
        : value - now;
  return milliseconds <= year * 1_000 ? Math.max(0, milliseconds) : null;
}

/** ISO text without an offset is UTC here, not local time. */
const parseDate = (text: string): number => Date.parse(/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text) ? `${text}Z` : text);
