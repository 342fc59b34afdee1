import type { WherebyErrorCode } from './codes.generated.js';
import { hasBrand } from './hasBrand.js';

export type { WherebyErrorCode } from './codes.generated.js';

/** One thing that is wrong with a parameter or a room URL. */
export interface Issue {
  /** What kind of problem it is. Stable: branch on this, not on the text. */
  readonly code:
    | 'INVALID_VALUE'
    | 'CONVERTED_VALUE'
    | 'UNKNOWN_PARAM'
    | 'RESERVED_PARAM'
    | 'DUPLICATE_PARAM'
    | 'SECOND_QUESTION_MARK'
    | 'ROOM_INVALID'
    | 'ROOM_REPAIRED'
    | 'REQUIRES'
    | 'CONFLICTS'
    | 'HOST_ONLY'
    | 'HIDDEN_BY_MINIMAL';
  /** `error`: the value is not used. `warning`: it is used, but maybe not as expected. */
  readonly severity: 'error' | 'warning';
  /** The parameter it is about. Empty for the URL as a whole, and for a name that no parameter could have. */
  readonly param: string;
  /** What is wrong and how to fix it. Never holds a `roomKey`. */
  readonly message: string;
}

/** Why the app's own server refused a room URL, in its own words: what its `authorize` returned beside `refuse`. */
export interface RoomRefusal {
  /** A code of the app, such as `TOO_EARLY`. */
  readonly reason: string | undefined;
  /** When asking again may help, by this device's clock, also if that is wrong. `useRoomUrl` asks again then. */
  readonly retryAt: Date | undefined;
}

export interface WherebyErrorOptions {
  readonly cause?: unknown;
  readonly issues?: readonly Issue[] | undefined;
}

/** Shared by all copies of the package in one process, because the registry of `Symbol.for` is. */
const brand = Symbol.for('react-whereby-embed.WherebyError');

/**
 * The one error class of this package. `code` is stable: branch on it. `message` says what happened, why, and what to
 * do about it; in a production build for browsers it is the code and where to read about it instead. The
 * troubleshooting page explains every code. A message never contains a `roomKey` or an API key.
 *
 * `instanceof` also recognises errors of another copy of the package: a bundler can give each part of a server, or of a
 * page, its own.
 */
export class WherebyError extends Error {
  readonly code: WherebyErrorCode;
  /** The single problems, if there can be several at once. */
  readonly issues: readonly Issue[] | undefined;
  /**
   * Set by the hooks if the app's `authorize` gave a `reason` or a time to try again.
   * @see `docs/backend.md#refusing-for-reasons-of-your-own`
   */
  declare readonly refusal?: RoomRefusal | undefined;

  constructor(code: WherebyErrorCode, text: string, options?: WherebyErrorOptions) {
    super(`react-whereby-embed ${code}: ${text}`, options);
    this.name = 'WherebyError';
    this.code = code;
    this.issues = options?.issues;
    Object.defineProperty(this, brand, { value: true });
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class that an app derives from this one has its own instances only.
    return this === WherebyError ? hasBrand(value, brand) : super[Symbol.hasInstance](value);
  }
}
