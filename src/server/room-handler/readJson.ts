import { WherebyError } from '../../errors/WherebyError.js';
import { readLimitedBody } from '../http/readLimitedBody.js';
import type { LimitedBody } from '../http/readLimitedBody.js';
import { Refusal } from './refusal.js';

async function readText(request: Request, limit: number): Promise<string> {
  let body: LimitedBody;
  try {
    body = await readLimitedBody(request, limit);
  } catch {
    throw new Refusal('BODY_INVALID', 'The body could not be read to its end.');
  }
  if ('bytes' in body) return new TextDecoder().decode(body.bytes);
  if (body.problem === 'too-large') throw new Refusal('BODY_TOO_LARGE', `The body is larger than ${limit} bytes.`);
  throw new WherebyError(
    'BODY_CONSUMED',
    'the body was read before the room handler could. Mount the handler in front of the body parser.',
    { cause: body.cause },
  );
}

/**
 * The JSON object in a request's body; an empty object if there is no body.
 * @throws Refusal `BODY_INVALID`, `BODY_TOO_LARGE` or `BODY_TYPE_REFUSED`; WherebyError `BODY_CONSUMED`
 */
export async function readJson(request: Request, limit: number): Promise<Readonly<Record<string, unknown>>> {
  const text = await readText(request, limit);
  if (!text) return {};
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new Refusal('BODY_TYPE_REFUSED', 'Send JSON, with content-type: application/json.');
  const value = parseJson(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Refusal('BODY_INVALID', 'The body is not a JSON object.');
}

/** The value, or undefined if the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
