'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { startTimer } from '../time/startTimer.js';

/** Whether a moment, in milliseconds since 1970, has passed. Renders again when it does. */
export function useIsPast(moment: number): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      let stopTimer: () => void = () => undefined;
      const check = () => {
        const left = moment - Date.now();
        if (left <= 0) notify();
        else stopTimer = startTimer(check, left);
      };
      check();
      return () => stopTimer();
    },
    [moment],
  );
  return useSyncExternalStore(
    subscribe,
    () => moment <= Date.now(),
    () => false,
  );
}
