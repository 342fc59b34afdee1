'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { startAlarm } from '../time/startAlarm.js';

/** Whether a moment, in milliseconds since 1970, has passed. Renders again when it does. */
export function useIsPast(moment: number): boolean {
  const subscribe = useCallback((notify: () => void) => startAlarm(notify, moment), [moment]);
  return useSyncExternalStore(
    subscribe,
    () => moment <= Date.now(),
    () => false,
  );
}
