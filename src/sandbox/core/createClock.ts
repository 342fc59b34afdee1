/** Time as the sandbox sees it: real until it is frozen or moved. Times are milliseconds since 1970. */
export interface Clock {
  now(): number;
  readonly frozen: boolean;
  /** Stops at `at`, or where it stands. */
  freeze(at?: number): void;
  /** Runs on from where it stands. */
  unfreeze(): void;
  /** Puts it to a time; what is due on the way is the world's to do. */
  set(time: number): void;
  /** Back to real time, running. */
  reset(): void;
}

/** A clock over a real one. */
export function createClock(real: () => number = Date.now): Clock {
  let offset = 0;
  let stopped: number | null = null;
  const now = () => stopped ?? real() + offset;
  return {
    now,
    get frozen() {
      return stopped !== null;
    },
    freeze(at) {
      stopped = at ?? now();
    },
    unfreeze() {
      offset = now() - real();
      stopped = null;
    },
    set(time) {
      if (stopped === null) offset = time - real();
      else stopped = time;
    },
    reset() {
      offset = 0;
      stopped = null;
    },
  };
}
