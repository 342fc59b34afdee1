import { createError } from '../errors/createError.js';
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

async function attempt(
  connection: Connection,
  request: MeetingRequest,
  signal: AbortSignal,
  backoff: number,
): Promise<MeetingWithExpiry | Failure> {
  const limit = createTimeLimit(signal, connection.latest.current.timeout ?? 20_000);
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
  for (let attempts = 0; ;) {
    // Half of it is random, so that the pages of a class do not come back all at once.
    const backoff = 500 * 2 ** attempts * (1 + Math.random());
    const outcome = await attempt(connection, request, signal, backoff);
    signal.throwIfAborted();
    if ('meeting' in outcome) return outcome;
    const { error, wait } = outcome;
    const isUnreachable = error.code === 'ROOMS_UNREACHABLE';
    if (!(isUnreachable && isOffline())) attempts++;
    if (!wait || attempts > (connection.latest.current.retries ?? 4)) throw error;
    await waitToRetry(wait, signal, isUnreachable);
    signal.throwIfAborted();
  }
}
