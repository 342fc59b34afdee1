import { createServerError } from '../../../errors/createServerError.js';
import { readLimitedBody } from '../../http/readLimitedBody.js';
import { createBodyParsedError } from '../createBodyParsedError.js';

/**
 * The bytes of a request as they came. Throws `WEBHOOK_BODY_TOO_LARGE`, reading no further than the limit, and
 * `WEBHOOK_BODY_PARSED` if something has read them before.
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const body = await readLimitedBody(request, limit);
  if ('bytes' in body) return body.bytes;
  if (body.problem === 'consumed') throw createBodyParsedError(undefined);
  throw createServerError('WEBHOOK_BODY_TOO_LARGE', { limit });
}
