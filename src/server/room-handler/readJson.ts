import { createServerError } from '../../errors/createServerError.js';
import { createDeadline } from '../http/createDeadline.js';
import { decompress, isGzip } from '../http/decompress.js';
import { getParsedBody } from '../http/parsedBody.js';
import { readLimitedBody } from '../http/readLimitedBody.js';
import type { LimitedBody } from '../http/readLimitedBody.js';
import { isObject } from '../isObject.js';
import { createRefusal } from './createRefusal.js';

/** How long a sender may take for a body of at most a few kilobytes, in milliseconds. */
const timeout = 10_000;

async function readText(request: Request, limit: number): Promise<string> {
  const deadline = createDeadline(timeout);
  const bytes = readBytes(await readLimitedBody(request, limit, deadline), limit);
  const plain = isGzip(bytes) ? readBytes(await decompress(bytes, limit, deadline), limit) : bytes;
  return new TextDecoder().decode(plain);
}

function readBytes(body: LimitedBody, limit: number): Uint8Array<ArrayBuffer> {
  if ('bytes' in body) return body.bytes;
  switch (body.problem) {
    case 'too-large':
      throw createRefusal('BODY_TOO_LARGE', { limit });
    case 'too-slow':
      throw createRefusal('BODY_SLOW', { timeout });
    case 'consumed':
      throw createServerError('BODY_CONSUMED', {}, { cause: body.cause });
    case 'broken':
      throw createRefusal('BODY_INVALID', {}, { cause: body.cause });
  }
}

/** Several equal ones, joined by a proxy, are one. */
const isJson = (contentType: string): boolean =>
  contentType.split(',').every((type) => /^\s*application\/([\w.-]+\+)?json\s*(;|$)/i.test(type));

/**
 * The JSON object in a request's body; an empty object if there is no body.
 * @throws Refusal `BODY_INVALID`, `BODY_TOO_LARGE`, `BODY_SLOW` or `BODY_TYPE_REFUSED`; WherebyError `BODY_CONSUMED`
 */
export async function readJson(request: Request, limit: number): Promise<Readonly<Record<string, unknown>>> {
  const parsed = getParsedBody(request);
  const text = parsed === undefined ? await readText(request, limit) : undefined;
  if (text === '') return {};
  // Other sites' pages can send a form or plain text without asking the server first.
  if (!isJson(request.headers.get('content-type') ?? '')) throw createRefusal('BODY_TYPE_REFUSED');
  const value = text === undefined ? parsed : parseJson(text);
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
