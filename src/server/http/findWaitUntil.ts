import { hasMethod } from './readProperty.js';

/**
 * Finds `waitUntil` in what a platform passes after the request. Workers pass a context second or third (after their
 * environment), some a context inside it. Called as a method, because it refuses to be called without its context.
 */
export function findWaitUntil(platform: readonly unknown[]): ((work: Promise<unknown>) => unknown) | undefined {
  const context = platform.find((each) => hasMethod(each, 'waitUntil'));
  return hasMethod(context, 'waitUntil') ? (work) => context.waitUntil(work) : undefined;
}
