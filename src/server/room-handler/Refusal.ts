import { WherebyError } from '../../errors/WherebyError.js';
import { errorStatuses } from '../../room-url/contract.js';
import type { RoomsErrorBody, RoomsErrorCode } from '../../room-url/contract.js';

export interface RefusalOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cause?: unknown;
}

/** Thrown inside the handler to respond with an error that the browser may read. */
export class Refusal extends WherebyError {
  declare readonly code: RoomsErrorCode;
  readonly #text: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(code: RoomsErrorCode, text: string, { headers = {}, ...options }: RefusalOptions = {}) {
    super(code, text, options);
    this.#text = text;
    this.#headers = headers;
  }

  get status(): number {
    return errorStatuses[this.code];
  }

  toResponse(): Response {
    const body: RoomsErrorBody = { error: { code: this.code, message: this.#text } };
    return Response.json(body, { status: this.status, headers: this.#headers });
  }
}
