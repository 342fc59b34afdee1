import type { Config } from './config.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Why there is no reply. */
export type Failure =
  | { readonly kind: 'timeout' }
  /** `sent` is false only where it is certain that the API saw nothing of it. */
  | { readonly kind: 'connection'; readonly sent: boolean; readonly cause: unknown };

/**
 * One request and its whole body, within `timeout` milliseconds.
 * @throws the signal's reason where it is aborted
 */
export async function attempt(
  fetch: Config['fetch'],
  url: string,
  init: RequestInit,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<Reply | Failure> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let stop = (): void => undefined;
  // Raced, not only signalled: a fetch that was passed in may not heed the signal.
  const stopped = new Promise<Failure | 'aborted'>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'timeout' }), Math.min(timeout, 2 ** 31 - 1));
    const abort = () => resolve('aborted');
    signal?.addEventListener('abort', abort, { once: true });
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      controller.abort();
    };
  });
  const work = async (): Promise<Reply | Failure> => {
    try {
      const response = await fetch(url, { ...init, signal: controller.signal });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (cause) {
      return { kind: 'connection', sent: wasSent(cause), cause };
    }
  };
  try {
    const outcome = await Promise.race([work(), stopped]);
    if (outcome !== 'aborted') return outcome;
    throw signal!.reason;
  } finally {
    stop();
  }
}

const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;

/** Whether the request may have reached the API, as far as the runtime's error tells. */
function wasSent(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return true;
  const { code, syscall, message, cause, errors } = error as Record<string, unknown>;
  if (syscall === 'connect' || syscall === 'getaddrinfo') return false;
  if (typeof code === 'string' && beforeSending.test(code)) return false;
  // Deno tells in words only.
  if (typeof message === 'string' && message.includes('client error (Connect)')) return false;
  if (Array.isArray(errors) && errors.length > 0) return errors.some((each) => wasSent(each, depth + 1));
  return wasSent(cause, depth + 1);
}
