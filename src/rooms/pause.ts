export const isOffline = (): boolean => globalThis.navigator?.onLine === false;

export interface PauseOptions {
  readonly signal: AbortSignal;
  /** Ends when the network is back; while it is not, time alone does not end it. */
  readonly untilOnline: boolean;
}

/** Waits. Rejects with the signal's reason when it is stopped. */
export const pause = (ms: number, { signal, untilOnline }: PauseOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    const over = new AbortController();
    const timer = untilOnline && isOffline() ? undefined : setTimeout(end, ms);
    function end(): void {
      clearTimeout(timer);
      over.abort();
      if (signal.aborted) reject(signal.reason as Error);
      else resolve();
    }
    signal.addEventListener('abort', end, { signal: over.signal });
    if (untilOnline) globalThis.addEventListener?.('online', end, { signal: over.signal });
    if (signal.aborted) end();
  });
