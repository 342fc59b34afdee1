import { startTimer } from '../time/startTimer.js';

/**
 * Waits some milliseconds; `Infinity` until it is aborted.
 * @throws the signal's reason, as soon as it is aborted
 */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const abort = () => {
      stopTimer();
      reject(signal!.reason as Error);
    };
    const stopTimer = startTimer(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
