import type { Clock } from 'react-whereby-embed/server';

/** A clock whose time passes only while someone sleeps, which takes no real time. `sleeps` has the milliseconds of each. */
export function createFakeClock(start = Date.parse('2026-01-01T10:00:00Z')): Clock & { readonly sleeps: number[] } {
  const sleeps: number[] = [];
  let now = start;
  return {
    sleeps,
    now: () => now,
    random: () => 0,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      sleeps.push(milliseconds);
      now += milliseconds;
    },
  };
}
