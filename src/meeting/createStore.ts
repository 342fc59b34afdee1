/** A value that can be read and watched. */
export interface Store<Value> {
  /** The value now; the same object until something in it changes. */
  getState(): Value;
  /** Calls the listener after every change, until the function it returns is called. */
  subscribe(listener: () => void): () => void;
}

/** A store of an object: `set` changes some of its fields, and calls the listeners if one differs from before. */
export function createStore<Value extends object>(value: Value) {
  const listeners = new Set<() => void>();
  return {
    getState: () => value,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set(change: Partial<Value> | undefined) {
      const next = { ...value, ...change };
      if ((Object.keys(next) as (keyof Value)[]).every((key) => Object.is(next[key], value[key]))) return;
      value = next;
      for (const listener of listeners)
        try {
          listener();
        } catch (error) {
          // Reported as uncaught, so that one listener's fault stops neither the others nor the caller.
          queueMicrotask(() => {
            throw error;
          });
        }
    },
  };
}
