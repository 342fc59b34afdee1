import { startTimer } from '../../time/startTimer.js';

/** What `race` resolves to when the deadline comes first. */
export const timedOut = Symbol('timedOut');

/** The moment by which a request must have its response. */
export interface Deadline {
  /** Resolves to what the work resolves to, or to `timedOut`. The work goes on either way. */
  race<T>(work: Promise<T>): Promise<T | typeof timedOut>;
  /** Milliseconds left, at least 0. */
  left(): number;
}

/** Creates a deadline that many milliseconds from now; `Infinity` is never. */
export function createDeadline(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds;
  const left = () => Math.max(0, end - performance.now());
  return {
    left,
    async race(work) {
      let stopTimer: (() => void) | undefined;
      const timeout = new Promise<typeof timedOut>((resolve) => {
        stopTimer = startTimer(() => resolve(timedOut), left());
      });
      try {
        return await Promise.race([work, timeout]);
      } finally {
        stopTimer?.();
      }
    },
  };
}
