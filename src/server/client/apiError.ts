import { WherebyError } from '../../errors/WherebyError.js';
import type { WherebyErrorCode } from '../../errors/WherebyError.js';
import type { RateLimit } from './types.js';

export interface WherebyApiErrorDetails {
  readonly operation: string;
  readonly status?: number | undefined;
  readonly body?: unknown;
  readonly retryAfter?: number | null | undefined;
  readonly rateLimit?: RateLimit | undefined;
  readonly cause?: unknown;
}

/**
 * A call to the REST API that did not succeed. `code` says what to do about it; nothing in it holds the API key,
 * a `roomKey` or a secret of the request.
 */
export class WherebyApiError extends WherebyError {
  /** The call, as it is named on the client: `meetings.create`. */
  readonly operation: string;
  /** HTTP status; null where no answer came. */
  readonly status: number | null;
  /** What the API answered, read as JSON where it is JSON, with secrets blotted out and cut to 2,000 characters. */
  readonly body: unknown;
  /** Milliseconds after which the API says it can be tried again; null where it does not say. */
  readonly retryAfter: number | null;
  readonly rateLimit: RateLimit;

  constructor(code: WherebyErrorCode, message: string, details: WherebyApiErrorDetails) {
    super(code, message, 'cause' in details ? { cause: details.cause } : {});
    this.name = 'WherebyApiError';
    this.operation = details.operation;
    this.status = details.status ?? null;
    this.body = details.body ?? null;
    this.retryAfter = details.retryAfter ?? null;
    this.rateLimit = details.rateLimit ?? { limit: null, remaining: null, resetAt: null };
  }
}
