import { createError } from '../errors/createError.js';
import { describeNumber } from '../time/describeNumber.js';
import { isNonNegative } from '../time/isNonNegative.js';
import { toTimeLimit } from '../time/toTimeLimit.js';
import type { Connection } from './Connection.js';
import { createTimeLimit } from './createTimeLimit.js';
import { readResponse } from './readResponse.js';
import type { Failure, MeetingWithExpiry } from './readResponse.js';
import type { MeetingRequest } from './requestKey.js';
import { isOffline, waitToRetry } from './waitToRetry.js';

interface Attempt {
  /** How long to wait before the next one if the response does not say, in milliseconds. */
  readonly backoff: number;
  readonly redirect: RequestRedirect;
}

async function send(
  { endpoint, latest }: Connection,
  { meetingId, create }: MeetingRequest,
  { redirect }: Attempt,
  signal: AbortSignal,
): Promise<Response> {
  const { fetch = globalThis.fetch, headers, credentials } = latest.current;
  const allHeaders = new Headers(typeof headers === 'function' ? await headers() : headers);
  // Getting the headers may have taken a while.
  signal.throwIfAborted();
  // A response in the browser's cache could be another person's: a proxy may have made it one that can be kept.
  const init: RequestInit = { headers: allHeaders, signal, redirect, cache: 'no-store' };
  if (credentials) init.credentials = credentials;
  if (!create) return fetch(`${endpoint}/meetings/${encodeURIComponent(meetingId)}`, init);
  allHeaders.set('content-type', 'application/json');
  return fetch(`${endpoint}/meetings`, { ...init, method: 'POST', body: JSON.stringify(create) });
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
  options: Attempt,
  signal: AbortSignal,
): Promise<MeetingWithExpiry | (Failure & { readonly isUnanswered?: boolean })> {
  const limit = createTimeLimit(signal, toTimeLimit(readNumber(connection, 'timeout')));
  let response: Response | undefined;
  const run = async () => {
    response = await send(connection, request, options, limit.signal);
    return readResponse(response, options.backoff);
  };
  // A `fetch` that was passed in may not look at the signal, and `headers` cannot.
  const end = new Promise<never>((_resolve, reject) => {
    limit.signal.addEventListener('abort', () => reject(new Error('Stopped, or took too long.')), { once: true });
  });
  try {
    return await Promise.race([run(), end]);
  } catch (cause) {
    const error = createError('ROOMS_UNREACHABLE', {}, { cause });
    return { error, wait: options.backoff, isUnanswered: !response && !limit.signal.aborted };
  } finally {
    limit.clear();
  }
}

/** Offline: 5 seconds, then longer, up to half a minute. Nothing leaves the device if that is true. */
const offlineWait = (attempts: number): number => Math.min(5000 * 2 ** attempts, 30_000);

/**
 * Requests a meeting from the room handler.
 *
 * What it guarantees
 * 1. Nothing is sent once the signal has aborted.
 * 2. After 429 and 5xx, and when the server cannot be reached, it is sent again at most `retries` times, later each
 *    time, after the time in `Retry-After`, or as soon as the network is back. Everything else is an error at once.
 * 3. While the browser reports no network, a request that does not reach the server does not count: it waits for the
 *    network. Some browsers report none although there is one (behind a VPN, in a WebView), so it is sent again now and
 *    then all the same, and `onOffline` says that it waits.
 * 4. A redirect to a sign-in page of another origin is an error at once. To the page it looks like a missing network,
 *    because that origin does not let the page read it; so the first repeat comes without waiting, and does not follow
 *    redirects, which shows whether there is one.
 *
 * @throws WherebyError; the signal's reason if it aborts
 */
export async function requestMeeting(
  connection: Connection,
  request: MeetingRequest,
  signal: AbortSignal,
  onOffline: (isOffline: boolean) => void = () => undefined,
): Promise<MeetingWithExpiry> {
  // Before anything is sent.
  const retries = readNumber(connection, 'retries');
  let redirect: RequestRedirect = 'follow';
  for (let attempts = 0, offlineAttempts = 0; ;) {
    signal.throwIfAborted();
    // Half of it is random, so that the pages of a class do not come back all at once.
    const backoff = Math.min(500 * 2 ** attempts, 30_000) * (1 + Math.random());
    const outcome = await attempt(connection, request, { backoff, redirect }, signal);
    signal.throwIfAborted();
    if ('meeting' in outcome) return outcome;

    const { error, wait, isUnanswered } = outcome;
    const isUnreachable = error.code === 'ROOMS_UNREACHABLE';
    const waitsForNetwork = isUnreachable && isOffline();
    if (!waitsForNetwork) attempts++;
    if (!wait || attempts > retries) throw error;
    const looksForRedirect: boolean = !!isUnanswered && attempts === 1 && redirect === 'follow';
    redirect = looksForRedirect ? 'manual' : 'follow';
    if (looksForRedirect) continue;
    onOffline(waitsForNetwork);
    await waitToRetry(waitsForNetwork ? offlineWait(offlineAttempts++) : wait, signal, isUnreachable);
    if (!signal.aborted) onOffline(isOffline());
  }
}
