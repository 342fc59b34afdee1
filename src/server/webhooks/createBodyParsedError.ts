import { createServerError } from '../../errors/createServerError.js';
import type { WherebyError } from '../../errors/WherebyError.js';

/** Creates the error for a body that a platform passes in base64. */
export const createBodyEncodedError = (): WherebyError =>
  createServerError('WEBHOOK_BODY_PARSED', { problem: 'is still in base64' });

/** Creates the error for a body that is no longer the bytes that were received. */
export function createBodyParsedError(body: unknown): WherebyError {
  const problem =
    body === undefined || body === null
      ? 'is missing'
      : `is ${Array.isArray(body) ? 'an array' : typeof body === 'object' ? 'an object' : `a ${typeof body}`}`;
  return createServerError('WEBHOOK_BODY_PARSED', { problem });
}
