/** The sandbox's time: real until it is frozen or moved. Times are milliseconds since 1970. */
export interface Clock {
  now(): number;
  readonly frozen: boolean;
  /** Stops at `at`, by default at the current time. */
  freeze(at?: number): void;
  /** Runs on from the time at which it was frozen. */
  unfreeze(): void;
  /** Sets the time. Running what falls due in between is up to the world. */
  set(time: number): void;
  /** Back to real time, running. */
  reset(): void;
}

/** A clock on top of a real one. */
export function createClock(readRealTime: () => number = Date.now): Clock {
  let offset = 0;
  let frozenAt: number | null = null;
  const now = () => frozenAt ?? readRealTime() + offset;
  return {
    now,
    get frozen() {
      return frozenAt !== null;
    },
    freeze(at) {
      frozenAt = at ?? now();
    },
    unfreeze() {
      offset = now() - readRealTime();
      frozenAt = null;
    },
    set(time) {
      if (frozenAt === null) offset = time - readRealTime();
      else frozenAt = time;
    },
    reset() {
      offset = 0;
      frozenAt = null;
    },
  };
}
