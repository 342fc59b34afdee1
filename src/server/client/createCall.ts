import { attempt } from './attempt.js';
import type { Reply } from './attempt.js';
import { findSecretProblem } from '../environment/findSecretProblem.js';
import { buildRequest } from './buildRequest.js';
import type { Call, CallInput } from './Call.js';
import { collectSecrets } from './collectSecrets.js';
import { computeRetryDelay } from './computeRetryDelay.js';
import { createScrub } from '../logging/createScrub.js';
import { describeFailure, describeUnreadable } from './describeFailure.js';
import type { FailureContext } from './describeFailure.js';
import type { Config } from './readConfig.js';
import { requireNumber } from './requireNumber.js';
import { readRateLimit } from './readRateLimit.js';
import { readTimeLimit } from './readTimeLimit.js';
import type { WithRateLimit } from './types.js';
import { withRateLimit } from './withRateLimit.js';

/**
 * Creates the function that sends every call. It guarantees:
 *
 * 1. The API key stays in this closure, where nothing can print it, and in no error.
 * 2. What creates something is sent again only if the API certainly did not act on it: it asked to wait (429), or the
 *    request never left. A lost response never leads to a second creation.
 * 3. Everything else is also repeated after a lost response and a failing service, at most `maxRetries` times.
 * 4. An attempt ends by its timeout, the call by its deadline. If the wait before the next attempt would pass the
 *    deadline, the call fails at once instead.
 * 5. Deleting what is gone already succeeds.
 */
export function createCall(config: Config): Call {
  const { clock } = config;
  return async <T extends object>(input: CallInput): Promise<WithRateLimit<T>> => {
    const { operation, method, options = {} } = input;
    const { timeout = config.timeout, deadline = config.deadline, maxRetries = config.maxRetries } = options;
    const attemptLimit = readTimeLimit('timeout', timeout);
    const retryLimit = requireNumber('maxRetries', maxRetries);
    const end = clock.now() + readTimeLimit('deadline', deadline);
    const account = await config.readAccount();
    const { url, init } = buildRequest(account, input);
    const scrub = createScrub([account.apiKey, ...collectSecrets(input.body), ...collectSecrets(options.extra)]);
    const repeatable = method !== 'POST' || input.repeatable === true;

    let mayHaveSucceeded = false;
    for (let attempts = 1; ; attempts++) {
      const time = Math.max(1, Math.min(attemptLimit, end - clock.now()));
      const outcome = await attempt(config.fetch, url, init, time, options.signal);
      const context: FailureContext = {
        operation,
        attempts,
        creates: !repeatable,
        mayHaveSucceeded,
        timeout: time,
        now: clock.now(),
        scrub,
        address: account.baseUrl,
        path: input.path,
        keyProblem: findSecretProblem(account.apiKey),
        usesOwnFetch: config.usesOwnFetch,
      };
      if ('status' in outcome && isSuccess(outcome.status)) return parseReply<T>(outcome, input, context);
      const { error, retry } = describeFailure(outcome, context);
      mayHaveSucceeded = error.mayHaveSucceeded;
      if (method === 'DELETE' && error.code === 'API_NOT_FOUND') return withRateLimit({} as T, error.rateLimit);
      if (attempts > retryLimit || retry === 'never' || (retry === 'repeatable' && !repeatable)) throw error;
      const delay = computeRetryDelay(error.retryAfter, attempts, clock);
      if (clock.now() + delay >= end) throw error;
      await clock.sleep(delay, options.signal);
    }
  };
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

function parseReply<T extends object>(
  reply: Reply,
  { isResult }: CallInput,
  context: FailureContext,
): WithRateLimit<T> {
  const rateLimit = readRateLimit(reply.headers, context.now);
  if (!isResult) return withRateLimit({} as T, rateLimit);
  let value: unknown;
  try {
    value = JSON.parse(reply.text);
  } catch {
    throw describeUnreadable(reply, context);
  }
  if (!isResult(value)) throw describeUnreadable(reply, context);
  return withRateLimit(value as T, rateLimit);
}
