'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** The longest a browser's timer can be set to, 24 days. */
const longestTimer = 2 ** 31 - 1;

/** Whether a moment, in milliseconds, has passed: renders again when it does. */
export function useIsPast(moment: number): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const arm = () => {
        const left = moment - Date.now();
        if (left <= 0) notify();
        else if (left < Infinity) timer = setTimeout(arm, Math.min(left, longestTimer));
      };
      arm();
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
