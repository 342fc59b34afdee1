import { createServerError } from '../../../errors/createServerError.js';
import { readLimitedBody } from '../../http/readLimitedBody.js';
import { createBodyParsedError } from '../createBodyParsedError.js';

/**
 * Reads the bytes of a request, and no more than `limit`. Throws `WEBHOOK_BODY_TOO_LARGE`, or `WEBHOOK_BODY_PARSED` if a
 * body parser has read them before.
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const body = await readLimitedBody(request, limit);
  if ('bytes' in body) return body.bytes;
  if (body.problem === 'consumed') throw createBodyParsedError(undefined);
  throw createServerError('WEBHOOK_BODY_TOO_LARGE', { limit });
}
