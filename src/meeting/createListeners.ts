import { callHandler } from './callHandler.js';

/** Listeners that do not get into each other's way: one that throws stops none of the others. */
export function createListeners() {
  const listeners = new Set<() => void>();
  return {
    add(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notify() {
      for (const listener of listeners) callHandler(listener);
    },
  };
}
