/** Why a request was stopped: nobody wants its answer any more. */
export const abandoned = /* @__PURE__ */ Symbol('abandoned');

export interface Flights {
  /** Runs a request until it is done or nobody wants it; then it rejects with `abandoned` at once. */
  run<T>(key: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Says that a component wants the answer of a key. The function it answers says that it no longer does. */
  want(key: string): () => void;
}

/** Requests by key, stopped when the last component that wants them has gone. */
export function createFlights(): Flights {
  const flights = new Map<string, { wants: number; readonly stops: Set<() => void> }>();
  const at = (key: string) => {
    const flight = flights.get(key) ?? { wants: 0, stops: new Set() };
    flights.set(key, flight);
    return flight;
  };
  return {
    run: (key, work) =>
      new Promise((resolve, reject) => {
        const { stops } = at(key);
        const controller = new AbortController();
        const stop = () => {
          controller.abort(abandoned);
          reject(abandoned);
        };
        stops.add(stop);
        work(controller.signal)
          .then(resolve, reject)
          .finally(() => stops.delete(stop));
      }),
    want(key) {
      const flight = at(key);
      flight.wants++;
      return () => {
        flight.wants--;
        // StrictMode, a key of a list, a route: whoever leaves may be back at once.
        setTimeout(() => {
          if (flight.wants) return;
          flights.delete(key);
          for (const stop of flight.stops) stop();
        });
      };
    },
  };
}
