import { WherebyError } from '../errors.js';
import type { CreateInput } from '../server/rooms/contract.js';
import type { Connection } from './connection.js';
import { isOffline, pause } from './pause.js';
import { readAnswer } from './readAnswer.js';
import type { Arrived, Failure } from './readAnswer.js';

/** Which meeting: one that is there, or a new one. */
export type Wanted = { readonly meetingId: string } | { readonly create: CreateInput };

async function attempt(
  { endpoint, latest }: Connection,
  wanted: Wanted,
  stop: AbortSignal,
  backoff: number,
): Promise<Arrived | Failure> {
  const { fetch = globalThis.fetch, headers, credentials, timeout = 20_000 } = latest.current;
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeout);
  stop.addEventListener('abort', abort);
  try {
    const sent = new Headers(typeof headers === 'function' ? await headers() : headers);
    const init: RequestInit = { headers: sent, signal: controller.signal, ...(credentials && { credentials }) };
    let path = '/meetings';
    if ('create' in wanted) {
      sent.set('content-type', 'application/json');
      Object.assign(init, { method: 'POST', body: JSON.stringify(wanted.create) });
    } else path += `/${encodeURIComponent(wanted.meetingId)}`;
    return await readAnswer(await fetch(endpoint + path, init), backoff);
  } catch (cause) {
    const error = new WherebyError(
      'ROOMS_UNREACHABLE',
      'the server that answers room addresses cannot be reached. Check the network, and endpoint of RoomsProvider.',
      { cause },
    );
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
export async function requestMeeting(connection: Connection, wanted: Wanted, signal: AbortSignal): Promise<Arrived> {
  for (let tried = 0; ;) {
    // Half of it by chance, so that the pages of a class do not come back all at once.
    const backoff = 1000 * 2 ** tried * (0.5 + Math.random() / 2);
    const outcome = await attempt(connection, wanted, signal, backoff);
    signal.throwIfAborted();
    if ('meeting' in outcome) return outcome;
    const { error, wait } = outcome;
    const untilOnline = error.code === 'ROOMS_UNREACHABLE';
    if (!(untilOnline && isOffline())) tried++;
    if (wait === undefined || tried > (connection.latest.current.retries ?? 4)) throw error;
    await pause(wait, { signal, untilOnline });
  }
}
