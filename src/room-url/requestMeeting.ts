import { WherebyError } from '../errors/WherebyError.js';
import type { CreateInput } from './contract.js';
import type { Connection } from './connection.js';
import { isOffline, pause } from './pause.js';
import { readAnswer } from './readAnswer.js';
import type { MeetingWithExpiry, Failure } from './readAnswer.js';

/** Which meeting: one that is there, by its id, or a new one. */
export type MeetingRequest = string | CreateInput;

async function attempt(
  { endpoint, latest }: Connection,
  wanted: MeetingRequest,
  stop: AbortSignal,
  backoff: number,
): Promise<MeetingWithExpiry | Failure> {
  const { fetch = globalThis.fetch, headers, credentials, timeout = 20_000 } = latest.current;
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeout);
  stop.addEventListener('abort', abort);
  try {
    const sent = new Headers(typeof headers === 'function' ? await headers() : headers);
    const isThere = typeof wanted === 'string';
    if (!isThere) sent.set('content-type', 'application/json');
    const response = await fetch(`${endpoint}/meetings${isThere ? `/${encodeURIComponent(wanted)}` : ''}`, {
      ...(!isThere && { method: 'POST', body: JSON.stringify(wanted) }),
      ...(credentials && { credentials }),
      headers: sent,
      signal: controller.signal,
    });
    return await readAnswer(response, backoff);
  } catch (cause) {
    const error = new WherebyError('ROOMS_UNREACHABLE', 'check the network, and endpoint of RoomsProvider', { cause });
    return { error, wait: backoff };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', abort);
  }
}

/**
 * Asks the room handler, and again where it makes sense: after 429 and 5xx, and when the network is back.
 * @throws WherebyError; the signal's reason where it is stopped
 */
export async function requestMeeting(
  connection: Connection,
  wanted: MeetingRequest,
  signal: AbortSignal,
): Promise<MeetingWithExpiry> {
  for (let tried = 0; ;) {
    // Half of it by chance, so that the pages of a class do not come back all at once.
    const backoff = 500 * 2 ** tried * (1 + Math.random());
    const outcome = await attempt(connection, wanted, signal, backoff);
    signal.throwIfAborted();
    if ('meeting' in outcome) return outcome;
    const { error, wait } = outcome;
    const isLost = error.code === 'ROOMS_UNREACHABLE';
    if (!(isLost && isOffline())) tried++;
    if (!wait || tried > (connection.latest.current.retries ?? 4)) throw error;
    await pause(wait, signal, isLost);
    signal.throwIfAborted();
  }
}
