import { createServerError } from '../../../errors/createServerError.js';
import type { Deadline } from '../../http/createDeadline.js';
import { getParsedBody } from '../../http/parsedBody.js';
import { readLimitedBody } from '../../http/readLimitedBody.js';
import { createBodyParsedError } from '../createBodyParsedError.js';

interface BodyLimits {
  readonly maxBodyBytes: number;
  readonly answerWithin: number;
  readonly deadline: Deadline;
}

/**
 * Reads the bytes of a request. Throws `WEBHOOK_BODY_TOO_LARGE`, `WEBHOOK_BODY_SLOW`, `WEBHOOK_BODY_INVALID` if the
 * connection breaks off, or `WEBHOOK_BODY_PARSED` if a body parser has read them before.
 */
export async function readBody(request: Request, limits: BodyLimits): Promise<Uint8Array<ArrayBuffer>> {
  const parsed = getParsedBody(request);
  if (parsed !== undefined) throw createBodyParsedError(parsed);
  const body = await readLimitedBody(request, limits.maxBodyBytes, limits.deadline);
  if ('bytes' in body) return body.bytes;
  switch (body.problem) {
    case 'consumed':
      throw createBodyParsedError(undefined);
    case 'too-large':
      throw createServerError('WEBHOOK_BODY_TOO_LARGE', { limit: limits.maxBodyBytes });
    case 'too-slow':
      throw createServerError('WEBHOOK_BODY_SLOW', { timeout: limits.answerWithin });
    case 'broken':
      throw createServerError(
        'WEBHOOK_BODY_INVALID',
        { problem: 'ended before it was complete' },
        { cause: body.cause },
      );
  }
}
