import { readRetryAfter } from '../../room-url/contract.js';
import { toUtc } from './toUtc.js';
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

/** Milliseconds until the budget is full again; null if the answer does not say. */
export function untilReset(headers: Headers, now: number): number | null {
  const text = headers.get('x-ratelimit-reset')?.trim() ?? null;
  const serverTime = serverNow(headers, now);
  // Which form the header has is documented nowhere. A number this large can only be epoch seconds or milliseconds.
  const value = Number(text);
  if (!(value >= year)) return readRetryAfter(text && toUtc(text), serverTime);
  const wait = (value < year * 1_000 ? value * 1_000 : value) - serverTime;
  return wait < year * 1_000 ? Math.max(0, wait) : null;
}

/** Milliseconds the answer asks to wait. */
export const untilRetry = (headers: Headers, now: number): number | null =>
  readRetryAfter(headers.get('retry-after'), serverNow(headers, now));

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

/** In seconds. */
const year = 31_536_000;
