import { vi } from 'vitest';

/** Lets fake time pass, step by step, until the promise settles. What is due at which time decides, not the machine. */
export async function whileTimePasses<Result>(promise: Promise<Result>): Promise<Result> {
  let isSettled = false;
  const settle = () => {
    isSettled = true;
  };
  promise.then(settle, settle);
  while (!isSettled) await vi.advanceTimersByTimeAsync(10);
  return promise;
}
