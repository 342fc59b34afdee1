import { attempt } from './attempt.js';
import type { Reply } from './attempt.js';
import type { Call, CallInput } from './call.js';
import { checkNumber } from './config.js';
import type { Config } from './config.js';
import { refused, unanswered, unreadable } from './failures.js';
import type { FailureContext } from './failures.js';
import { writeBody, writeQuery } from './query.js';
import { answered, readRateLimit } from './rateLimit.js';
import { retryDelay } from './retryDelay.js';
import { createScrub, secretsOf } from './secrets.js';
import type { Answered } from './types.js';

/** Makes the one function through which every call goes. The key stays in its closure, where nothing can print it. */
export function createCall(config: Config): Call {
  const { clock } = config;
  return async <T extends object>(input: CallInput): Promise<Answered<T>> => {
    const { operation, method, options = {} } = input;
    const timeout = checkNumber('timeout', options.timeout ?? config.timeout, 1);
    const maxRetries = checkNumber('maxRetries', options.maxRetries ?? config.maxRetries, 0);
    const end = clock.now() + checkNumber('deadline', options.deadline ?? config.deadline, 1);
    const { url, init } = writeRequest(config, input);
    const scrub = createScrub([config.apiKey, ...secretsOf(input.body), ...secretsOf(options.extra)]);
    const repeatable = method !== 'POST' || input.repeatable === true;

    for (let attempts = 1; ; attempts++) {
      const time = Math.max(1, Math.min(timeout, end - clock.now()));
      const outcome = await attempt(config.fetch, url, init, time, options.signal);
      const context: FailureContext = {
        operation,
        attempts,
        creates: !repeatable,
        timeout: time,
        now: clock.now(),
        scrub,
      };
      if ('status' in outcome && outcome.status >= 200 && outcome.status < 300)
        return readAnswer<T>(outcome, input, context);
      const { error, retry } = 'status' in outcome ? refused(outcome, context) : unanswered(outcome, context);
      // Gone is what a deletion is for.
      if (method === 'DELETE' && error.status === 404) return answered({} as T, error.rateLimit);
      const delay = retryDelay(error.retryAfter, attempts, clock);
      if (attempts > maxRetries || retry === 'never' || (retry === 'repeatable' && !repeatable)) throw error;
      // Waiting past the deadline helps nobody: the caller learns at once when to come back.
      if (clock.now() + delay >= end) throw error;
      await clock.sleep(delay, options.signal);
    }
  };
}

function writeRequest(
  config: Config,
  { method, path, query, body, options }: CallInput,
): { url: string; init: RequestInit } {
  const form = body instanceof FormData;
  const json = body && !form ? writeBody({ ...body, ...options?.extra }) : undefined;
  return {
    url: config.baseUrl + path + writeQuery({ ...query, ...(body ? {} : options?.extra) }),
    init: {
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${config.apiKey}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      // The API redirects nobody; following one would take the key elsewhere.
      redirect: 'manual',
      // Some frameworks keep what `fetch` answers; Cloudflare's workers keep nothing, and older ones refuse the option.
      ...(globalThis.navigator?.userAgent === 'Cloudflare-Workers' ? {} : { cache: 'no-store' as const }),
      ...(body ? { body: form ? body : json! } : {}),
    },
  };
}

function readAnswer<T extends object>(reply: Reply, { isAnswer }: CallInput, context: FailureContext): Answered<T> {
  const rateLimit = readRateLimit(reply.headers, context.now);
  if (!isAnswer) return answered({} as T, rateLimit);
  let value: unknown;
  try {
    value = JSON.parse(reply.text);
  } catch {
    throw unreadable(reply, context);
  }
  if (!isAnswer(value)) throw unreadable(reply, context);
  return answered(value as T, rateLimit);
}
