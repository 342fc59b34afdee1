import { pause } from '../pause.js';
import { classifyConnectionError } from './classifyConnectionError.js';
import type { Config } from './readConfig.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Why there is no reply. */
export type Failure =
  | { readonly kind: 'timeout' }
  /** `sent` is false only if the API certainly received nothing. */
  | { readonly kind: 'connection'; readonly sent: boolean; readonly cause: unknown };

/**
 * Sends one request and reads its whole body.
 * @param timeout milliseconds for both; `Infinity` is no limit
 * @throws the signal's reason if it is aborted
 */
export async function attempt(
  fetch: Config['fetch'],
  url: string,
  init: RequestInit,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<Reply | Failure> {
  signal?.throwIfAborted();
  // Linked by hand: AbortSignal.any() leaks if a signal outlives its calls (https://github.com/nodejs/node/issues/55351),
  // and the timer of AbortSignal.timeout() cannot be cleared.
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });

  const send = async (): Promise<Reply | Failure> => {
    try {
      const response = await fetch(url, { ...init, signal: controller.signal });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (cause) {
      return { kind: 'connection', sent: wasSent(cause), cause };
    }
  };
  const timeOut = async (): Promise<Failure> => {
    await pause(timeout, controller.signal);
    return { kind: 'timeout' };
  };
  try {
    // Raced, because a `fetch` that was passed in may ignore the signal.
    const outcome = await Promise.race([send(), timeOut()]);
    signal?.throwIfAborted();
    return outcome;
  } finally {
    signal?.removeEventListener('abort', abort);
    controller.abort();
  }
}

/** Codes of Node (system and undici) and of Bun for connections that were never made. */
const codesBeforeSending: readonly unknown[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
  'FailedToOpenSocket',
];

/** Whether the request may have reached the API, judging by the runtime's error. Unknown errors count as sent. */
function wasSent(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return true;
  const { code, syscall, message, cause, errors } = error as Record<string, unknown>;
  if (syscall === 'connect' || syscall === 'getaddrinfo') return false;
  if (codesBeforeSending.includes(code)) return false;
  // Nothing of a request is sent before the connection is secure; Node has only this text for one that breaks off then.
  if (classifyConnectionError(error) !== 'other' || /before secure TLS connection/.test(String(message))) return false;
  // Deno's errors have no code, only this text.
  if (typeof message === 'string' && message.includes('client error (Connect)')) return false;
  // Node tries every address of a host and collects the errors.
  if (Array.isArray(errors) && errors.length > 0) return errors.some((each) => wasSent(each, depth + 1));
  return wasSent(cause, depth + 1);
}
