import { startTimer } from '../time/startTimer.js';

/**
 * A signal that aborts when another one does, and after a time.
 *
 * Not `AbortSignal.any` and `AbortSignal.timeout`: Safari has the first only since 17.4
 * (https://developer.mozilla.org/en-US/docs/Web/API/AbortSignal/any_static#browser_compatibility), and the fake clock
 * of an app's tests does not move the second.
 */
export function createTimeLimit(signal: AbortSignal, ms: number) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const stopTimer = startTimer(abort, ms);
  signal.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    /** Removes the listener and the timer. */
    clear() {
      stopTimer();
      signal.removeEventListener('abort', abort);
    },
  };
}
