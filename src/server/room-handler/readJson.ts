import { createServerError } from '../../errors/createServerError.js';
import { readLimitedBody } from '../http/readLimitedBody.js';
import type { LimitedBody } from '../http/readLimitedBody.js';
import { isObject } from '../isObject.js';
import { createRefusal } from './createRefusal.js';

async function readText(request: Request, limit: number): Promise<string> {
  let body: LimitedBody;
  try {
    body = await readLimitedBody(request, limit);
  } catch {
    throw createRefusal('BODY_INVALID');
  }
  if ('bytes' in body) return new TextDecoder().decode(body.bytes);
  if (body.problem === 'too-large') throw createRefusal('BODY_TOO_LARGE', { limit });
  throw createServerError('BODY_CONSUMED', {}, { cause: body.cause });
}

/**
 * The JSON object in a request's body; an empty object if there is no body.
 * @throws Refusal `BODY_INVALID`, `BODY_TOO_LARGE` or `BODY_TYPE_REFUSED`; WherebyError `BODY_CONSUMED`
 */
export async function readJson(request: Request, limit: number): Promise<Readonly<Record<string, unknown>>> {
  const text = await readText(request, limit);
  if (!text) return {};
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw createRefusal('BODY_TYPE_REFUSED');
  const value = parseJson(text);
  if (isObject(value)) return value;
  throw createRefusal('BODY_INVALID');
}

/** The value, or undefined if the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
