import { WherebyError } from '../../errors/WherebyError.js';
import { errorStatuses } from '../../room-url/contract.js';
import type { RoomsErrorBody, RoomsErrorCode } from '../../room-url/contract.js';

export interface RefusalOptions {
  /** The app's own code. */
  readonly reason?: string | undefined;
  readonly retryAt?: Date | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cause?: unknown;
}

/** Thrown inside the handler to respond with an error that the browser may read. */
export class Refusal extends WherebyError {
  declare readonly code: RoomsErrorCode;
  readonly #text: string;
  readonly #options: RefusalOptions;

  constructor(code: RoomsErrorCode, text: string, options: RefusalOptions = {}) {
    super(code, text, options);
    this.#text = text;
    this.#options = options;
  }

  get status(): number {
    return errorStatuses[this.code];
  }

  toResponse(): Response {
    const { reason, retryAt, headers = {} } = this.#options;
    const body: RoomsErrorBody = {
      error: { code: this.code, message: this.#text, reason, retryAt: retryAt?.toISOString() },
    };
    return Response.json(body, { status: this.status, headers });
  }
}
