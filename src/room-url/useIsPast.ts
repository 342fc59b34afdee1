'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** The longest time a browser's timer can be set to, 24 days. */
const longestTimer = 2 ** 31 - 1;

/** Whether a moment, in milliseconds since 1970, has passed. Renders again when it does. */
export function useIsPast(moment: number): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const startTimer = () => {
        const left = moment - Date.now();
        if (left <= 0) notify();
        else if (left < Infinity) timer = setTimeout(startTimer, Math.min(left, longestTimer));
      };
      startTimer();
      return () => clearTimeout(timer);
    },
    [moment],
  );
  return useSyncExternalStore(
    subscribe,
    () => moment <= Date.now(),
    () => false,
  );
}
