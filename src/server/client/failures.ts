import { cut, safeBody } from './secrets.js';
import type { Scrub } from './secrets.js';
import type { WherebyApiError } from './apiError.js';
import type { Failure, Reply } from './attempt.js';
import { createApiError } from './createApiError.js';
import { readRateLimit, untilReset, untilRetry } from './rateLimit.js';

/** A failed attempt, and whether it may be tried again: `repeatable` means where a repeat does no harm. */
export interface Failed {
  readonly error: WherebyApiError;
  readonly retry: 'always' | 'repeatable' | 'never';
}

export interface FailureContext {
  readonly operation: string;
  /** How many attempts there were, this one included. */
  readonly attempts: number;
  /** Whether this call makes something, so that a lost answer leaves a question open. */
  readonly creates: boolean;
  readonly timeout: number;
  readonly now: number;
  readonly scrub: Scrub;
}

const codeOf = (status: number) => {
  if (status === 401) return 'API_UNAUTHORIZED';
  if (status === 403) return 'API_FORBIDDEN';
  if (status === 404) return 'API_NOT_FOUND';
  if (status === 429) return 'API_RATE_LIMITED';
  return status >= 500 || status === 408 || status === 409 ? 'API_UNAVAILABLE' : 'API_REFUSED';
};

/** An answer with a status other than 2xx. */
export function refused(reply: Reply, context: FailureContext): Failed {
  const { operation, now, scrub } = context;
  const code = codeOf(reply.status);
  const body = safeBody(reply.text, scrub);
  const said = saidIn(body);
  return {
    error: createApiError(
      code,
      {
        outcome: `${operation} returned ${reply.status}${said && ` ("${said}")`}${tries(context)}${code === 'API_UNAVAILABLE' ? doubt(context) : ''}`,
      },
      {
        operation,
        status: reply.status,
        body,
        retryAfter:
          untilRetry(reply.headers, now) ??
          (reply.status === 429 ? (msLeft(body) ?? untilReset(reply.headers, now)) : null),
        rateLimit: readRateLimit(reply.headers, now),
      },
    ),
    retry: code === 'API_RATE_LIMITED' ? 'always' : code === 'API_UNAVAILABLE' ? 'repeatable' : 'never',
  };
}

/** No whole answer. */
export function unanswered(failure: Failure, context: FailureContext): Failed {
  const { operation, scrub } = context;
  if (failure.kind === 'timeout')
    return {
      error: createApiError(
        'API_TIMEOUT',
        {
          outcome: `${operation} got no response within ${context.timeout} ms${tries(context)}${doubt(context)}`,
        },
        { operation },
      ),
      retry: 'repeatable',
    };
  const reason = scrub(reasonOf(failure.cause));
  return {
    error: createApiError(
      'API_UNREACHABLE',
      { outcome: `${operation} got no response (${reason})${tries(context)}${failure.sent ? doubt(context) : ''}` },
      { operation, cause: safeCause(failure.cause, reason) },
    ),
    retry: failure.sent ? 'repeatable' : 'always',
  };
}

/** A 2xx whose body is not what it should be. The body is not shown: it may hold the address that makes a host. */
export function unreadable(reply: Reply, context: FailureContext): WherebyApiError {
  const { operation, now, scrub } = context;
  const type = cut(scrub(reply.headers.get('content-type') ?? 'no content type'), 60);
  return createApiError(
    'API_UNREADABLE',
    {
      outcome: `${operation} returned ${reply.status} with ${reply.text.length} characters (${type}) that are not the documented JSON${doubt(context)}`,
    },
    { operation, status: reply.status, rateLimit: readRateLimit(reply.headers, now) },
  );
}

const tries = ({ attempts }: FailureContext): string => (attempts > 1 ? ` after ${attempts} attempts` : '');

const doubt = ({ creates }: FailureContext): string => (creates ? '. It may have been made all the same' : '');

function saidIn(body: unknown): string {
  const { error, message } = (typeof body === 'object' && body ? body : {}) as Record<string, unknown>;
  const inner = typeof error === 'object' && error ? (error as Record<string, unknown>).message : error;
  const text = [inner, message].find((each) => typeof each === 'string');
  return typeof text === 'string' ? cut(text.replace(/\s+/g, ' ').trim(), 200) : '';
}

function msLeft(body: unknown): number | null {
  const data = typeof body === 'object' && body && 'data' in body ? body.data : undefined;
  const left = typeof data === 'object' && data && 'msLeft' in data ? data.msLeft : undefined;
  return typeof left === 'number' && Number.isFinite(left) && left >= 0 ? left : null;
}

/** The words of an error and of what caused it. "fetch failed" alone helps nobody. */
function reasonOf(error: unknown): string {
  const words: string[] = [];
  for (let each = error, depth = 0; each instanceof Error && depth < 4; each = each.cause, depth++) {
    const { code } = each as { code?: unknown };
    // An AggregateError of several addresses has a code and no words.
    words.push(each.message || (typeof code === 'string' ? code : each.name));
  }
  return cut(words.join(': ') || 'for an unknown reason', 300);
}

/** The error of a fetch that was passed in may hold the whole request, so only its words, name and code go on. */
function safeCause(error: unknown, reason: string): Error {
  const cause = new Error(reason);
  const { name, code } = (typeof error === 'object' && error ? error : {}) as Record<string, unknown>;
  if (typeof name === 'string' && /^\w{1,40}$/.test(name)) cause.name = name;
  if (typeof code === 'string' && /^\w{1,40}$/.test(code)) Object.assign(cause, { code });
  return cause;
}
