import { useCallback, useEffect, useRef, useState } from 'react';

export interface Loads {
  /** How often the frame has loaded. */
  readonly count: number;
  /** From the last change to a room that is ready, in milliseconds. */
  readonly took: number | undefined;
  /** To be told when something is changed for which the frame loads. */
  onChange(): void;
  /** To be told when the room is ready. */
  onReady(): void;
}

/** Counts and times the loads of a frame. */
export function useLoads(): Loads {
  const changedAt = useRef(0);
  const [loads, setLoads] = useState<{ count: number; took: number | undefined }>({ count: 0, took: undefined });

  const onChange = useCallback(() => {
    changedAt.current = performance.now();
  }, []);
  const onReady = useCallback(() => {
    const took = Math.round(performance.now() - changedAt.current);
    setLoads(({ count }) => ({ count: count + 1, took }));
  }, []);
  // The first load begins with the page around it.
  useEffect(onChange, [onChange]);

  return { ...loads, onChange, onReady };
}
