import { errorStatuses } from '../../room-url/contract.js';
import type { RoomsErrorBody, RoomsErrorCode } from '../../room-url/contract.js';

/** Thrown inside the handler to respond with an error that the browser may read. */
export class Refusal extends Error {
  constructor(
    readonly code: RoomsErrorCode,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  toResponse(): Response {
    const body: RoomsErrorBody = { error: { code: this.code, message: this.message } };
    return Response.json(body, { status: errorStatuses[this.code], headers: this.headers });
  }
}
