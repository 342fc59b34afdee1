import type { WherebyErrorCode } from '../../../errors/WherebyError.js';

/**
 * THE LIST of statuses that the webhook handler responds with, and the error codes that lead to each. The tables of the
 * guide and the responses of the OpenAPI document follow from it. Whereby documents that it sends an event again after
 * a 5xx, twice within seconds; `@option` names the options that play a part.
 */
export const webhookStatuses = {
  /** The event is handled, now or before. Events of a type that is not known count as handled too. */
  200: ['WEBHOOK_EVENT_UNFIT'],
  /**
   * Handling goes on after the response.
   * @option `late: 'accept'`
   */
  202: [],
  /** The signature is right, but the body is not an event. */
  400: ['WEBHOOK_BODY_INVALID', 'WEBHOOK_EVENT_INVALID'],
  /**
   * The signature is missing or wrong, or was made too long ago or in the future.
   * @option `tolerance`, 300 s by default
   */
  401: [
    'WEBHOOK_SIGNATURE_MISSING',
    'WEBHOOK_SIGNATURE_MALFORMED',
    'WEBHOOK_SIGNATURE_SCHEME',
    'WEBHOOK_SIGNATURE_MISMATCH',
    'WEBHOOK_TIMESTAMP',
  ],
  /** The request is not a POST. */
  405: ['WEBHOOK_METHOD'],
  /**
   * The body did not arrive in time.
   * @option `answerWithin`, 4 s by default
   */
  408: ['WEBHOOK_BODY_SLOW'],
  /**
   * The body is too large.
   * @option `maxBodyBytes`, 1 MiB by default
   */
  413: ['WEBHOOK_BODY_TOO_LARGE'],
  /**
   * The receiver failed: a function threw, a body parser read the body first, there is no secret, or two handlers share a
   * store without names.
   */
  500: [
    'WEBHOOK_HANDLER_FAILED',
    'WEBHOOK_BODY_PARSED',
    'WEBHOOK_SECRET_MISSING',
    'WEBHOOK_NAME_MISSING',
    'WEBHOOK_FAILED',
    'HANDLER_REQUEST_INVALID',
  ],
  /**
   * The store failed, or handling takes too long.
   * @option `answerWithin`, 4 s by default
   */
  503: ['WEBHOOK_STORE_FAILED', 'WEBHOOK_LATE'],
} as const satisfies Readonly<Record<number, readonly WherebyErrorCode[]>>;

const statusByCode: ReadonlyMap<WherebyErrorCode, number> = new Map(
  Object.entries(webhookStatuses).flatMap(([status, codes]) => codes.map((code) => [code, Number(status)] as const)),
);

/** The status for an error code. A code that no status names is the receiver's fault: 500. */
export const findStatus = (code: WherebyErrorCode): number => statusByCode.get(code) ?? 500;
