import type { WherebyErrorCode } from './codes.generated.js';

export type { WherebyErrorCode } from './codes.generated.js';

/** One thing that is wrong with a parameter or a room address. */
export interface Issue {
  /** What kind of problem it is. Stable: branch on this, not on the text. */
  readonly code:
    | 'INVALID_VALUE'
    | 'UNKNOWN_PARAM'
    | 'RESERVED_PARAM'
    | 'DUPLICATE_PARAM'
    | 'SECOND_QUESTION_MARK'
    | 'ROOM_INVALID'
    | 'REQUIRES'
    | 'CONFLICTS'
    | 'HOST_ONLY'
    | 'HIDDEN_BY_MINIMAL';
  /** `error`: the value is not used. `warning`: it is used, but will not have the effect expected. */
  readonly severity: 'error' | 'warning';
  /** The parameter it is about, empty where it is about the address as a whole. */
  readonly param: string;
  /** What is wrong and how to mend it. Never holds a `roomKey`. */
  readonly message: string;
}

export interface WherebyErrorOptions {
  readonly cause?: unknown;
  readonly issues?: readonly Issue[] | undefined;
}

/**
 * The one error class of this package. `code` is stable: branch on it. `message` says what happened, why, and what to
 * do about it; in a production build for browsers it is the code and where to read about it instead. The troubleshooting
 * page explains every code. A message never contains a `roomKey` or an API key.
 */
export class WherebyError extends Error {
  readonly code: WherebyErrorCode;
  /** The single problems, if there can be several at once. */
  readonly issues: readonly Issue[] | undefined;

  constructor(code: WherebyErrorCode, text: string, options?: WherebyErrorOptions) {
    super(`react-whereby-embed ${code}: ${text}`, options);
    this.name = 'WherebyError';
    this.code = code;
    this.issues = options?.issues;
  }
}
