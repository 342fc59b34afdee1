import { startAlarm } from '../time/startAlarm.js';
import { startTimer } from '../time/startTimer.js';

/** Whether the browser reports that there is no network. Other runtimes report nothing. */
export const isOffline = (): boolean => globalThis.navigator?.onLine === false;

/**
 * Resolves after a time, or as soon as the signal aborts.
 * @param orOnline resolves also when the browser reports that the network is back
 */
export const waitToRetry = (ms: number, signal: AbortSignal, orOnline: boolean): Promise<void> =>
  new Promise((resolve) => {
    // Removed by hand: jsdom's `addEventListener` takes no signal of Node.
    const finish = () => {
      stopTimer();
      stopAlarm();
      signal.removeEventListener('abort', finish);
      globalThis.removeEventListener?.('online', finish);
      resolve();
    };
    const stopTimer = startTimer(finish, ms);
    let stopAlarm: () => void = () => undefined;
    // For a page that stood still meanwhile. Not instead of the timer: somebody may set the clock back.
    stopAlarm = startAlarm(finish, Date.now() + ms);
    signal.addEventListener('abort', finish);
    if (orOnline) globalThis.addEventListener?.('online', finish);
  });
