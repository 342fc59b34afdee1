import { pause } from '../pause.js';

/** Time and randomness, as the client uses them. Tests pass their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits some milliseconds. Rejects with the signal's reason as soon as it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** From 0 to just under 1. */
  random(): number;
}

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: pause,
  random: () => Math.random(),
};
