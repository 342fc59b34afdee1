import { readRetryAfter } from '../../room-url/contract.js';
import { toUtc } from './toUtc.js';
import type { RateLimit } from './types.js';

interface Headers {
  get(name: string): string | null;
}

/**
 * The request budget, from a response's `X-RateLimit-*` headers.
 * @param now this machine's clock, in milliseconds since 1970
 */
export function readRateLimit(headers: Headers, now: number): RateLimit {
  const wait = readResetWait(headers, now);
  return {
    limit: readCount(headers.get('x-ratelimit-limit')),
    remaining: readCount(headers.get('x-ratelimit-remaining')),
    resetAt: wait === null ? null : new Date(now + wait),
  };
}

/** Milliseconds until the budget is full again; null if the response does not say. */
export function readResetWait(headers: Headers, now: number): number | null {
  const text = headers.get('x-ratelimit-reset')?.trim() ?? null;
  const serverTime = readServerTime(headers, now);
  // The header's format is not documented. A number this large can only be epoch seconds or milliseconds; anything
  // else is read as a Retry-After would be.
  const value = Number(text);
  if (!(value >= yearInSeconds)) return readRetryAfter(text && toUtc(text), serverTime);
  const epoch = value < yearInSeconds * 1_000 ? value * 1_000 : value;
  const wait = epoch - serverTime;
  return wait < yearInSeconds * 1_000 ? Math.max(0, wait) : null;
}

/** Milliseconds that `Retry-After` asks to wait; null if the response does not say. */
export const readRetryWait = (headers: Headers, now: number): number | null =>
  readRetryAfter(headers.get('retry-after'), readServerTime(headers, now));

/** Times in a response are compared with its own `Date`, so that a wrong clock on either side does no harm. */
function readServerTime(headers: Headers, now: number): number {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? now : date;
}

function readCount(text: string | null): number | null {
  const value = text?.trim() ? Number(text) : NaN;
  return Number.isFinite(value) && value >= 0 ? value : null;
}

const yearInSeconds = 31_536_000;
