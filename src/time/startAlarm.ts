import { startTimer } from './startTimer.js';

/**
 * What browsers report when a page may have stood still: a tab that is shown again, thawed, or taken from the
 * back-forward cache, a computer that is used again.
 */
const wakingEvents = ['visibilitychange', 'resume', 'pageshow', 'focus', 'online'];

/** A computer that slept may report nothing at all, so the clock is read this often, in milliseconds. */
const READ_EVERY = 30_000;

/**
 * Calls a function once when a moment has come, in milliseconds since 1970. Unlike a timer, it does not count the time
 * in which the page runs: where timers stood still, it calls as soon as the page wakes. Returns the function that stops
 * it.
 */
export function startAlarm(callback: () => void, moment: number): () => void {
  if (moment === Infinity) return () => undefined;
  let stopTimer: () => void = () => undefined;
  const stop = () => {
    stopTimer();
    for (const type of wakingEvents) globalThis.removeEventListener?.(type, check, true);
  };
  const check = () => {
    stopTimer();
    const left = moment - Date.now();
    if (left > 0) {
      stopTimer = startTimer(check, Math.min(left, READ_EVERY));
      return;
    }
    stop();
    callback();
  };
  // Captured on the window, because some of them are events of the document. Other runtimes than browsers have neither.
  for (const type of wakingEvents) globalThis.addEventListener?.(type, check, true);
  check();
  return stop;
}
