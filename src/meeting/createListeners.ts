/** Listeners that do not get into each other's way: one that throws keeps the news from nobody. */
export function createListeners() {
  const listeners = new Set<() => void>();
  return {
    add(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notify() {
      for (const listener of listeners)
        try {
          listener();
        } catch (error) {
          // Reported as the uncaught error that it is, outside of what is going on here.
          queueMicrotask(() => {
            throw error;
          });
        }
    },
  };
}
