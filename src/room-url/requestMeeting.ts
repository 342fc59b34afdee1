import { createError } from '../errors/createError.js';
import { describeNumber } from '../time/describeNumber.js';
import { isNonNegative } from '../time/isNonNegative.js';
import { toTimeLimit } from '../time/toTimeLimit.js';
import type { CreateInput } from './contract.js';
import type { Connection } from './createConnection.js';
import { createTimeLimit } from './createTimeLimit.js';
import { readResponse } from './readResponse.js';
import type { Failure, MeetingWithExpiry } from './readResponse.js';
import { isOffline, waitToRetry } from './waitToRetry.js';

/** Which meeting: an existing one by its id, or a new one. */
export type MeetingRequest = string | CreateInput;

async function send({ endpoint, latest }: Connection, request: MeetingRequest, signal: AbortSignal): Promise<Response> {
  const { fetch = globalThis.fetch, headers, credentials } = latest.current;
  const allHeaders = new Headers(typeof headers === 'function' ? await headers() : headers);
  const init = { headers: allHeaders, signal, ...(credentials && { credentials }) };
  if (typeof request === 'string') return fetch(`${endpoint}/meetings/${encodeURIComponent(request)}`, init);
  allHeaders.set('content-type', 'application/json');
  return fetch(`${endpoint}/meetings`, { ...init, method: 'POST', body: JSON.stringify(request) });
}

const defaults = { timeout: 20_000, retries: 4 };

/** @throws WherebyError `OPTION_INVALID` */
function readNumber({ latest }: Connection, option: keyof typeof defaults): number {
  const { [option]: value = defaults[option] } = latest.current;
  if (isNonNegative(value)) return value;
  throw createError('OPTION_INVALID', { option, value: describeNumber(value) });
}

async function attempt(
  connection: Connection,
  request: MeetingRequest,
  signal: AbortSignal,
  backoff: number,
): Promise<MeetingWithExpiry | Failure> {
  const limit = createTimeLimit(signal, toTimeLimit(readNumber(connection, 'timeout')));
  try {
    return await readResponse(await send(connection, request, limit.signal), backoff);
  } catch (cause) {
    const error = createError('ROOMS_UNREACHABLE', {}, { cause });
    return { error, wait: backoff };
  } finally {
    limit.clear();
  }
}

/**
 * Requests a meeting from the room handler, and again after a temporary failure: after 429 and 5xx, and when the
 * network is back. Being offline does not count as an attempt.
 * @throws WherebyError; the signal's reason if it aborts
 */
export async function requestMeeting(
  connection: Connection,
  request: MeetingRequest,
  signal: AbortSignal,
): Promise<MeetingWithExpiry> {
  // Before anything is sent.
  const retries = readNumber(connection, 'retries');
  for (let attempts = 0; ;) {
    // Half of it is random, so that the pages of a class do not come back all at once.
    const backoff = Math.min(500 * 2 ** attempts, 30_000) * (1 + Math.random());
    const outcome = await attempt(connection, request, signal, backoff);
    signal.throwIfAborted();
    if ('meeting' in outcome) return outcome;
    const { error, wait } = outcome;
    const isUnreachable = error.code === 'ROOMS_UNREACHABLE';
    if (!(isUnreachable && isOffline())) attempts++;
    if (!wait || attempts > retries) throw error;
    await waitToRetry(wait, signal, isUnreachable);
    signal.throwIfAborted();
  }
}
