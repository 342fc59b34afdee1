'use client';

import { useState, useSyncExternalStore } from 'react';
import { isShallowEqual } from '../meeting/isShallowEqual.js';
import type { MeetingState } from '../meeting/MeetingState.js';
import { useOutletRegistry } from './MeetingContext.js';

/** Keeps the last selection while it holds the same values, so that React sees no change. */
function createSelection<Selected>() {
  let last: { readonly value: Selected } | undefined;
  return (selector: (state: MeetingState) => Selected, state: MeetingState): Selected => {
    const value = selector(state);
    if (!last || !isShallowEqual(last.value, value)) last = { value };
    return last.value;
  };
}

/**
 * The live meeting of the nearest `MeetingProvider`: how far it is, what its room reports, and its commands. With a
 * selector, the component renders only when the selection changes; a new object or list that holds the same values
 * does not count as a change.
 * @throws WherebyError `PROVIDER_MISSING`
 */
export function useMeeting(): MeetingState;
export function useMeeting<Selected>(selector: (state: MeetingState) => Selected): Selected;
export function useMeeting(selector: (state: MeetingState) => unknown = (state) => state): unknown {
  const { store, serverState } = useOutletRegistry();
  const [select] = useState(() => createSelection<unknown>());
  return useSyncExternalStore(
    store.subscribe,
    () => select(selector, store.getState()),
    () => select(selector, serverState),
  );
}
