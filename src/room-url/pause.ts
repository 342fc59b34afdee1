export const isOffline = (): boolean => !navigator.onLine;

/** Waits until the time is over or it is told to stop; or, where that is what is missing, until there is a network. */
export const pause = (ms: number, signal: AbortSignal, untilOnline: boolean): Promise<void> =>
  new Promise((resolve) => {
    const timer = untilOnline && isOffline() ? undefined : setTimeout(end, ms);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      removeEventListener('online', end);
      resolve();
    }
    signal.addEventListener('abort', end);
    if (untilOnline) addEventListener('online', end);
  });
