import { useEffect, useRef, useState } from 'react';

export interface Loads {
  /** How often the frame has loaded. */
  readonly count: number;
  /** From the last change of the address to a room that is ready, in milliseconds. */
  readonly took: number | undefined;
  /** To be told when the room is ready. */
  onReady(): void;
  /** To be told when the frame is loaded anew although its address is the same. */
  onReload(): void;
}

/** Counts and times the loads of a frame whose address is `url`. */
export function useLoads(url: string): Loads {
  const changedAt = useRef(0);
  const [loads, setLoads] = useState<{ count: number; took: number | undefined }>({ count: 0, took: undefined });

  useEffect(() => {
    changedAt.current = performance.now();
  }, [url]);

  return {
    ...loads,
    onReady() {
      const took = Math.round(performance.now() - changedAt.current);
      setLoads(({ count }) => ({ count: count + 1, took }));
    },
    onReload() {
      changedAt.current = performance.now();
    },
  };
}
