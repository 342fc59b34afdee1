import type { WherebyApiError } from './WherebyApiError.js';
import { createApiError } from './createApiError.js';
import type { Failure, Reply } from './attempt.js';
import type { Scrub } from '../logging/createScrub.js';
import { describeCause, wrapCause } from './describeCause.js';
import { classifyConnectionError } from './classifyConnectionError.js';
import { describeUnusedProxy } from './describeUnusedProxy.js';
import { isWrongAddress } from './isWrongAddress.js';
import { readRateLimit, readResetWait, readRetryWait } from './readRateLimit.js';
import { scrubBody, truncate } from './scrubBody.js';

/** A failed attempt. `retry` says whether to repeat it: `repeatable` means only a call that can be repeated without harm. */
export interface FailedAttempt {
  readonly error: WherebyApiError;
  readonly retry: 'always' | 'repeatable' | 'never';
}

export interface FailureContext {
  readonly operation: string;
  /** How many attempts were made, this one included. */
  readonly attempts: number;
  /** Whether the call creates something, so that a lost response leaves open whether it was created. */
  readonly creates: boolean;
  /** Whether an earlier attempt may have succeeded. */
  readonly mayHaveSucceeded: boolean;
  /** Milliseconds this attempt had. */
  readonly timeout: number;
  /** This machine's clock, in milliseconds since 1970. */
  readonly now: number;
  readonly scrub: Scrub;
  /** The base address of the API, and the path of the call below it. */
  readonly address: string;
  readonly path: string;
  readonly usesOwnFetch: boolean;
  /** What looks wrong about the key, as the end of a sentence. */
  readonly keyProblem: string | undefined;
}

/** What a failed attempt means: the error for the caller, and whether to try again. */
export const describeFailure = (outcome: Reply | Failure, context: FailureContext): FailedAttempt =>
  'status' in outcome ? describeRefusal(outcome, context) : describeMissingReply(outcome, context);

/** The error for a 2xx without the documented JSON. The body is left out: it may contain a host's room URL. */
export function describeUnreadable(reply: Reply, context: FailureContext): WherebyApiError {
  const { operation, now, scrub } = context;
  const type = truncate(scrub(reply.headers.get('content-type') ?? 'no content type'), 60);
  return createApiError(
    'API_UNREADABLE',
    {
      outcome: `${operation} returned ${reply.status} with ${reply.text.length} characters (${type}) that are not the documented JSON${describeDoubt(context)}`,
    },
    { operation, status: reply.status, rateLimit: readRateLimit(reply.headers, now), mayHaveSucceeded: true },
  );
}

function findCode(status: number) {
  if (status === 401) return 'API_UNAUTHORIZED';
  if (status === 403) return 'API_FORBIDDEN';
  if (status === 404) return 'API_NOT_FOUND';
  if (status === 429) return 'API_RATE_LIMITED';
  return status >= 500 || status === 408 || status === 409 ? 'API_UNAVAILABLE' : 'API_REFUSED';
}

/** A status other than 2xx. */
function describeRefusal(reply: Reply, context: FailureContext): FailedAttempt {
  const { operation, now, scrub } = context;
  const { status, headers } = reply;
  const isMisdirected = status === 404 && isWrongAddress(reply, context.address, context.path);
  const code = isMisdirected ? 'API_ADDRESS_WRONG' : findCode(status);
  const body = scrubBody(reply.text, scrub);
  const message = findMessage(body);
  const keyProblem = status === 401 && context.keyProblem ? `. The key ${context.keyProblem}` : '';
  const doubt = code === 'API_UNAVAILABLE' ? describeDoubt(context) : keyProblem;
  const budgetWait = status === 429 ? (findMsLeft(body) ?? readResetWait(headers, now)) : null;
  return {
    error: createApiError(
      code,
      { outcome: `${operation} returned ${status}${message && ` ("${message}")`}${describeAttempts(context)}${doubt}` },
      {
        operation,
        status,
        body,
        retryAfter: readRetryWait(headers, now) ?? budgetWait,
        rateLimit: readRateLimit(headers, now),
        mayHaveSucceeded: context.mayHaveSucceeded || code === 'API_UNAVAILABLE',
      },
    ),
    retry: code === 'API_RATE_LIMITED' ? 'always' : code === 'API_UNAVAILABLE' ? 'repeatable' : 'never',
  };
}

/** No response, or not all of it. */
function describeMissingReply(failure: Failure, context: FailureContext): FailedAttempt {
  const { operation, scrub } = context;
  if (failure.kind === 'timeout')
    return {
      error: createApiError(
        'API_TIMEOUT',
        {
          outcome: `${operation} got no response within ${context.timeout} ms${describeAttempts(context)}${describeDoubt(context)}${describeProxy(context)}`,
        },
        { operation, mayHaveSucceeded: true },
      ),
      retry: 'repeatable',
    };
  const reason = scrub(describeCause(failure.cause));
  const doubt = failure.sent ? describeDoubt(context) : '';
  const problem = classifyConnectionError(failure.cause);
  const hint = problem === 'tls' ? '; perhaps the address is one of http, not of https' : '';
  return {
    error: createApiError(
      problem === 'certificate' ? 'API_CERTIFICATE_REFUSED' : 'API_UNREACHABLE',
      {
        outcome: `${operation} got no response (${reason}${hint})${describeAttempts(context)}${doubt}${describeProxy(context)}`,
      },
      {
        operation,
        cause: wrapCause(failure.cause, reason),
        mayHaveSucceeded: context.mayHaveSucceeded || failure.sent,
      },
    ),
    // A certificate, or a protocol, is the same the next time.
    retry: problem !== 'other' ? 'never' : failure.sent ? 'repeatable' : 'always',
  };
}

const describeProxy = ({ usesOwnFetch, address }: FailureContext): string =>
  usesOwnFetch ? describeUnusedProxy(address) : '';

const describeAttempts = ({ attempts }: FailureContext): string => (attempts > 1 ? ` after ${attempts} attempts` : '');

const describeDoubt = ({ creates }: FailureContext): string => (creates ? '. It may have been made all the same' : '');

/** The API's own sentence: `error`, `error.message` or `message`. */
function findMessage(body: unknown): string {
  const { error, message } = toRecord(body);
  const inner = typeof error === 'string' ? error : toRecord(error).message;
  const text = [inner, message].find((each) => typeof each === 'string');
  return typeof text === 'string' ? truncate(text.replace(/\s+/g, ' ').trim(), 200) : '';
}

/** Milliseconds until the budget is full again, which a 429 has in `data.msLeft`. */
function findMsLeft(body: unknown): number | null {
  const { msLeft } = toRecord(toRecord(body).data);
  return typeof msLeft === 'number' && Number.isFinite(msLeft) && msLeft >= 0 ? msLeft : null;
}

const toRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
