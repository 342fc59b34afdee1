import type { WherebyError } from '../../../errors/WherebyError.js';
import type { WherebyErrorCode } from '../../../errors/WherebyError.js';

const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** A request that came to its end. */
export const done = (status: 200 | 202, result: 'handled' | 'duplicate' | 'accepted' | 'healthy') =>
  Response.json({ result }, { status, headers });

/** The status that goes with a code; what is not named is the receiver's own fault. */
const statuses: Partial<Record<WherebyErrorCode, number>> = {
  WEBHOOK_BODY_INVALID: 400,
  WEBHOOK_EVENT_INVALID: 400,
  WEBHOOK_SIGNATURE_MISSING: 401,
  WEBHOOK_SIGNATURE_MALFORMED: 401,
  WEBHOOK_SIGNATURE_SCHEME: 401,
  WEBHOOK_SIGNATURE_MISMATCH: 401,
  WEBHOOK_TIMESTAMP: 401,
  WEBHOOK_METHOD: 405,
  WEBHOOK_BODY_SLOW: 408,
  WEBHOOK_BODY_TOO_LARGE: 413,
  WEBHOOK_CONTENT_TYPE: 415,
  WEBHOOK_STORE_FAILED: 503,
  WEBHOOK_LATE: 503,
};

export const statusOf = (error: WherebyError): number => statuses[error.code] ?? 500;

/** An answer that says what went wrong. The texts of this package hold no secret; those of others may. */
export function refuse(error: WherebyError): Response {
  const status = statusOf(error);
  return Response.json(
    { error: { code: error.code, message: error.message } },
    {
      status,
      headers: {
        ...headers,
        ...(status === 405 && { allow: 'POST' }),
        ...(status === 503 && { 'retry-after': '1' }),
      },
    },
  );
}
