import { startTimer } from '../time/startTimer.js';

export const isOffline = (): boolean => !navigator.onLine;

/**
 * Resolves after a time, or as soon as the signal aborts.
 * @param untilOnline the network is what is missing: resolves when it is back, and while offline not before
 */
export const waitToRetry = (ms: number, signal: AbortSignal, untilOnline: boolean): Promise<void> =>
  new Promise((resolve) => {
    const listening = new AbortController();
    const options = { signal: listening.signal };
    const finish = () => {
      stopTimer();
      listening.abort();
      resolve();
    };
    const stopTimer = startTimer(finish, untilOnline && isOffline() ? Infinity : ms);
    signal.addEventListener('abort', finish, options);
    if (untilOnline) addEventListener('online', finish, options);
  });
