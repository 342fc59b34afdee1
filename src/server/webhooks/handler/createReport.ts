import { WherebyError } from '../../../errors/WherebyError.js';
import { findStatus } from './statuses.js';
import type { WebhookHandlerOptions } from './WebhookHandlerOptions.js';

/** Reports an error. Returns a promise, which never rejects, if the reporter goes on after it returned. */
export type Report = (error: unknown) => Promise<unknown> | undefined;

/** Creates a function that reports errors to the app. A reporter that throws or rejects must not turn a response into a crash. */
export function createReport(onError: NonNullable<WebhookHandlerOptions['onError']>): Report {
  const logFailure = (problem: unknown) => console.error(problem);
  return (error) => {
    const status = error instanceof WherebyError ? findStatus(error.code) : 500;
    try {
      const reporting: unknown = onError(error, { status });
      return isThenable(reporting) ? Promise.resolve(reporting).catch(logFailure) : undefined;
    } catch (problem) {
      logFailure(problem);
      return undefined;
    }
  };
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { readonly then?: unknown } | null | undefined)?.then === 'function';
