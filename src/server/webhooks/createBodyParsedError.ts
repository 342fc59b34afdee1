import { createServerError } from '../../errors/createServerError.js';
import type { WherebyError } from '../../errors/WherebyError.js';

/** Creates the error for a body that is no longer the bytes that were received. */
export function createBodyParsedError(body: unknown): WherebyError {
  const problem =
    body === undefined || body === null
      ? 'is missing'
      : `is ${Array.isArray(body) ? 'an array' : typeof body === 'object' ? 'an object' : `a ${typeof body}`}`;
  return createServerError('WEBHOOK_BODY_PARSED', { problem });
}
