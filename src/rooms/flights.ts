/** Why a request was stopped: nobody wants its answer any more. */
export const abandoned = /* @__PURE__ */ Symbol('abandoned');

export interface Flights {
  /** Runs a request until it is done or nobody wants it; then it rejects with `abandoned` at once. */
  run<T>(key: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Says that a component wants the answer of a key. The function it answers says that it no longer does. */
  want(key: string, onAbandoned: () => void): () => void;
}

/** Requests by key, stopped when the last component that wants them has gone. */
export function createFlights(): Flights {
  const flying = new Map<string, Set<AbortController>>();
  const wanted = new Map<string, number>();
  const count = (key: string, step: number) => {
    const now = (wanted.get(key) ?? 0) + step;
    if (now) wanted.set(key, now);
    else wanted.delete(key);
  };
  return {
    run(key, work) {
      const controller = new AbortController();
      const { signal } = controller;
      const all = flying.get(key) ?? new Set();
      flying.set(key, all.add(controller));
      const landed = () => {
        all.delete(controller);
        if (!all.size && flying.get(key) === all) flying.delete(key);
      };
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(abandoned));
        work(signal).then(resolve, reject).finally(landed);
      });
    },
    want(key, onAbandoned) {
      count(key, 1);
      return () => {
        count(key, -1);
        // StrictMode, a key of a list, a route: whoever leaves may be back at once.
        setTimeout(() => {
          const all = flying.get(key);
          if (!all || wanted.has(key)) return;
          flying.delete(key);
          for (const controller of all) controller.abort(abandoned);
          onAbandoned();
        });
      };
    },
  };
}
