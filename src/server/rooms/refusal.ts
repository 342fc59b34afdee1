import { statusOf } from './contract.js';
import type { RoomsErrorBody, RoomsErrorCode } from './contract.js';

/** Thrown inside the handler: what is answered instead of what was asked for. */
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
    return Response.json(body, { status: statusOf[this.code], headers: this.headers });
  }
}
