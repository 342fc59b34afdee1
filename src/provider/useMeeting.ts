'use client';

import { useState, useSyncExternalStore } from 'react';
import type { MeetingState } from '../meeting/MeetingState.js';
import { useOutletRegistry } from './MeetingContext.js';

const isSame = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (!a || !b || typeof a !== 'object' || typeof b !== 'object') return false;
  const [left, right] = [Object.entries(a), b as Record<string, unknown>];
  return left.length === Object.keys(right).length && left.every(([key, value]) => Object.is(value, right[key]));
};

/** Remembers what was selected last, so that a selection that says the same is the same. */
function createSelection<Selected>() {
  let last: { readonly value: Selected } | undefined;
  return (selector: (state: MeetingState) => Selected, state: MeetingState): Selected => {
    const value = selector(state);
    if (!last || !isSame(last.value, value)) last = { value };
    return last.value;
  };
}

/**
 * The live meeting of the nearest `MeetingProvider`: how far it is, what its room reports, and its commands. With a
 * selector, the component renders only when what it selects has changed; what it selects may be a new object or
 * list each time, as long as it holds the same.
 * @throws WherebyError `PROVIDER_MISSING`
 */
export function useMeeting(): MeetingState;
export function useMeeting<Selected>(selector: (state: MeetingState) => Selected): Selected;
export function useMeeting(selector: (state: MeetingState) => unknown = (state) => state): unknown {
  const { store, initial } = useOutletRegistry();
  const [select] = useState(() => createSelection<unknown>());
  return useSyncExternalStore(
    store.subscribe,
    () => select(selector, store.getState()),
    () => select(selector, initial),
  );
}
