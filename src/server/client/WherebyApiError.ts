import { hasBrand } from '../../errors/hasBrand.js';
import { WherebyError } from '../../errors/WherebyError.js';
import type { WherebyErrorCode } from '../../errors/WherebyError.js';
import type { RateLimit } from './types.js';
import { unknownRateLimit } from './withRateLimit.js';

export interface WherebyApiErrorDetails {
  readonly operation: string;
  readonly status?: number | undefined;
  readonly body?: unknown;
  readonly retryAfter?: number | null | undefined;
  readonly mayHaveSucceeded?: boolean | undefined;
  readonly rateLimit?: RateLimit | undefined;
  readonly cause?: unknown;
}

const brand = Symbol.for('react-whereby-embed.WherebyApiError');

/**
 * A call to the REST API that failed. `code` says what to do about it. No field contains the API key, a `roomKey` or a
 * secret from the request. `instanceof` also recognises errors of another copy of the package.
 */
export class WherebyApiError extends WherebyError {
  /** The method that was called, by its name on the client: `meetings.create`. */
  readonly operation: string;
  /** HTTP status; null if there was no response. */
  readonly status: number | null;
  /** The response's body, parsed if it is JSON, with secrets replaced and cut to 2,000 characters; null if it is empty. */
  readonly body: unknown;
  /** Milliseconds the API asks to wait before the next attempt; null if it does not say. */
  readonly retryAfter: number | null;
  readonly rateLimit: RateLimit;
  /**
   * Whether the API may have done what was asked all the same: the response was lost, cannot be read, or is a 5xx. If it is
   * false, the call can be repeated without doing anything twice.
   */
  readonly mayHaveSucceeded: boolean;

  constructor(code: WherebyErrorCode, message: string, details: WherebyApiErrorDetails) {
    super(code, message, 'cause' in details ? { cause: details.cause } : {});
    this.name = 'WherebyApiError';
    this.operation = details.operation;
    this.status = details.status ?? null;
    this.body = details.body ?? null;
    this.retryAfter = details.retryAfter ?? null;
    this.mayHaveSucceeded = details.mayHaveSucceeded ?? false;
    this.rateLimit = details.rateLimit ?? unknownRateLimit;
    Object.defineProperty(this, brand, { value: true });
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return this === WherebyApiError ? hasBrand(value, brand) : super[Symbol.hasInstance](value);
  }
}
