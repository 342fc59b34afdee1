import { vi } from 'vitest';
import { patience } from './patience.js';

/** Repeats a check until it does not throw, and returns its result. Fake timers move on while it waits. */
export const waitUntil = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: patience });
