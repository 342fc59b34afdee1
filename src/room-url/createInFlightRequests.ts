/** Why a request was stopped: no component needs its result any more. */
export const notNeeded = /* @__PURE__ */ Symbol('not needed');

export interface InFlightRequests {
  /** Runs a request. Rejects with `notNeeded` as soon as no component needs its result any more. */
  run<T>(key: string, request: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Registers a component that needs the result of a key. Returns the function that takes this back. */
  need(key: string): () => void;
}

/** Requests by key, each stopped when the last component that needs its result has gone. */
export function createInFlightRequests(): InFlightRequests {
  const entries = new Map<string, { components: number; readonly stops: Set<() => void> }>();
  const entryAt = (key: string) => {
    const entry = entries.get(key) ?? { components: 0, stops: new Set() };
    entries.set(key, entry);
    return entry;
  };
  return {
    run: (key, request) =>
      new Promise((resolve, reject) => {
        const { stops } = entryAt(key);
        const controller = new AbortController();
        const stop = () => {
          controller.abort(notNeeded);
          reject(notNeeded);
        };
        stops.add(stop);
        request(controller.signal)
          .then(resolve, reject)
          .finally(() => stops.delete(stop));
      }),
    need(key) {
      const entry = entryAt(key);
      entry.components++;
      return () => {
        entry.components--;
        // StrictMode, or a new key in a list, may mount the component again at once.
        setTimeout(() => {
          if (entry.components) return;
          entries.delete(key);
          for (const stop of entry.stops) stop();
        });
      };
    },
  };
}
