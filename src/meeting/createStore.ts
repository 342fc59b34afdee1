/** A value and who wants to know of its changes. */
export interface Store<Value> {
  /** The value now; the same object until something in it changes. */
  getState(): Value;
  /** Calls the listener after every change, until the function it returns is called. */
  subscribe(listener: () => void): () => void;
}

/** A state of many parts: `set` changes some of them, and tells of it where one is another than before. */
export function createStore<Value extends object>(value: Value) {
  const listeners = new Set<() => void>();
  return {
    getState: () => value,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set(change: Partial<Value> | false | undefined) {
      const next = { ...value, ...change };
      if ((Object.keys(next) as (keyof Value)[]).every((key) => Object.is(next[key], value[key]))) return;
      value = next;
      for (const listener of listeners)
        try {
          listener();
        } catch (error) {
          // One listener's fault is reported as such, and kept from the others and from what is going on here.
          queueMicrotask(() => {
            throw error;
          });
        }
    },
  };
}
