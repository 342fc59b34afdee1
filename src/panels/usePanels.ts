'use client';

import { useSyncExternalStore } from 'react';
import type * as AllPanels from './allPanels.js';

let loaded: typeof AllPanels | undefined;
const listeners = new Set<() => void>();

async function load(): Promise<void> {
  try {
    loaded = await import('./allPanels.js');
  } catch {
    // What stands for the panels stays; the next one that is mounted tries again.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  void load();
  return () => void listeners.delete(listener);
}

/** The panels, once they are loaded. On a server, and until the page has hydrated, there are none. */
export const usePanels = (): typeof AllPanels | undefined =>
  useSyncExternalStore(
    subscribe,
    () => loaded,
    () => undefined,
  );
