import { WherebyError } from '../../errors/WherebyError.js';
import { Refusal } from './refusal.js';

const tooLarge = (limit: number) => new Refusal('BODY_TOO_LARGE', `The body is larger than ${limit} bytes.`);

/** Reads no further than `limit`. */
async function readText(request: Request, limit: number): Promise<string> {
  const length = request.headers.get('content-length');
  if (Number(length) > limit) throw tooLarge(limit);
  // The server holds the client to the length it announced: the short way is safe, and much faster on Node.
  if (length !== null) {
    const text = await request.text();
    if (text.length > limit) throw tooLarge(limit);
    return text;
  }
  const decoder = new TextDecoder();
  const reader = request.body?.getReader();
  let text = '';
  for (let size = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge(limit);
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

/**
 * The JSON object in the body; an empty one where there is no body.
 * @throws Refusal; WherebyError `BODY_CONSUMED`
 */
export async function readJson(request: Request, limit: number): Promise<Readonly<Record<string, unknown>>> {
  let text: string;
  try {
    text = await readText(request, limit);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    // Runtimes say it in words of their own, and call a connection that broke a TypeError too.
    if (cause instanceof TypeError && /unusable|disturbed|locked|already/i.test(cause.message))
      throw new WherebyError(
        'BODY_CONSUMED',
        'the body was read before the room handler could. Mount the handler in front of the body parser.',
        { cause },
      );
    throw new Refusal('BODY_INVALID', 'The body could not be read to its end.');
  }
  if (!text) return {};
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new Refusal('BODY_TYPE_REFUSED', 'Send JSON, with content-type: application/json.');
  try {
    const value: unknown = JSON.parse(text);
    if (value && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new Refusal('BODY_INVALID', 'The body is not a JSON object.');
}
