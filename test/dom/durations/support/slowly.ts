import { vi } from 'vitest';

/** Longer than every default limit, in milliseconds. */
export const slow = 150_000;

/** Resolves to a value when that time has passed. */
export const slowly = <Value>(value: Value) =>
  new Promise<Value>((resolve) => {
    setTimeout(resolve, slow, value);
  });

/** Shorter than every number that the options are tried with, in milliseconds. */
export const days = 20 * 86_400_000;

/** Lets fake time pass in large steps until the promise settles. */
export async function whileDaysPass<Result>(promise: Promise<Result>): Promise<Result> {
  let isSettled = false;
  const settle = () => {
    isSettled = true;
  };
  promise.then(settle, settle);
  while (!isSettled) await vi.advanceTimersByTimeAsync(slow / 10);
  return promise;
}
