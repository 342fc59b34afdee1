import { pause } from '../pause.js';

/** Time and chance as the client sees them. Tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with the signal's reason as soon as it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** From 0 to just under 1. */
  random(): number;
}

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: pause,
  random: () => Math.random(),
};
