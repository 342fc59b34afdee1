import { startTimer } from '../time/startTimer.js';

/** Whether the browser reports that there is no network. Other runtimes report nothing. */
export const isOffline = (): boolean => globalThis.navigator?.onLine === false;

/**
 * Resolves after a time, or as soon as the signal aborts.
 * @param orOnline resolves also when the browser reports that the network is back
 */
export const waitToRetry = (ms: number, signal: AbortSignal, orOnline: boolean): Promise<void> =>
  new Promise((resolve) => {
    const listening = new AbortController();
    const options = { signal: listening.signal };
    const finish = () => {
      stopTimer();
      listening.abort();
      resolve();
    };
    const stopTimer = startTimer(finish, ms);
    signal.addEventListener('abort', finish, options);
    if (orOnline) globalThis.addEventListener?.('online', finish, options);
  });
