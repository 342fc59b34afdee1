import { createListeners } from './createListeners.js';

/** A value that can be read and watched. */
export interface Store<Value> {
  /** The value now; the same object until something in it changes. */
  getState(): Value;
  /** Calls the listener after every change, until the function it returns is called. */
  subscribe(listener: () => void): () => void;
}

/** A store of an object: `set` changes some of its fields, and calls the listeners if one differs from before. */
export function createStore<Value extends object>(value: Value) {
  const listeners = createListeners();
  return {
    getState: () => value,
    subscribe: listeners.add,
    set(change: Partial<Value> | undefined) {
      const next = { ...value, ...change };
      const fields = Object.keys(next) as (keyof Value)[];
      if (fields.every((field) => Object.is(next[field], value[field]))) return;
      value = next;
      listeners.notify();
    },
  };
}
