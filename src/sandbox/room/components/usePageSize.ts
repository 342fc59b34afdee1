import { useSyncExternalStore } from 'react';
import type { Size } from '../view/fitTiles.js';

let last: Size = { width: 0, height: 0 };

function readPageSize(): Size {
  const { innerWidth: width, innerHeight: height } = window;
  if (width !== last.width || height !== last.height) last = { width, height };
  return last;
}

function subscribe(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}

/** The size of the frame that the room is in. */
export const usePageSize = (): Size => useSyncExternalStore(subscribe, readPageSize);
