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
      clearTimeout(timer);
      listening.abort();
      resolve();
    };
    const timer = untilOnline && isOffline() ? undefined : setTimeout(finish, ms);
    signal.addEventListener('abort', finish, options);
    if (untilOnline) addEventListener('online', finish, options);
  });
