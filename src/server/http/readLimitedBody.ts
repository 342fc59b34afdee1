import { hasMethod } from './readProperty.js';
import { timedOut } from './createDeadline.js';
import type { Deadline } from './createDeadline.js';

/**
 * What came of reading a body: its bytes, or why they could not be had. `too-large`: more than the limit. `too-slow`:
 * not complete by the deadline. `consumed`: something, usually a body parser, has read the body before. `broken`: the
 * connection broke off.
 */
export type LimitedBody =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly problem: 'too-large' | 'too-slow' }
  | { readonly problem: 'consumed' | 'broken'; readonly cause?: unknown };

type Readable = Pick<Request, 'headers' | 'body' | 'bodyUsed' | 'arrayBuffer'>;

/**
 * Reads the body of a request: no further than `limit` bytes, and no longer than the deadline. What is not read then is
 * cancelled, so that the platform can free the connection.
 * @returns the bytes, empty for a request without a body; or the problem. Never rejects
 */
export async function readLimitedBody(request: Readable, limit: number, deadline: Deadline): Promise<LimitedBody> {
  if (request.bodyUsed) return { problem: 'consumed' };
  const announced = Number(request.headers.get('content-length') ?? 0);
  try {
    const { body } = request;
    if (announced > limit) {
      cancel(body);
      return { problem: 'too-large' };
    }
    const reader = hasMethod(body, 'getReader') ? body.getReader() : undefined;
    const bytes = await deadline.race(reader ? readChunks(reader, limit) : readAtOnce(request));
    if (bytes === timedOut || !bytes || bytes.byteLength > limit) {
      if (reader) cancel(reader);
      return { problem: bytes === timedOut ? 'too-slow' : 'too-large' };
    }
    // A parser that ran first can leave a request that announces bytes and has none.
    return bytes.byteLength === 0 && announced > 0 ? { problem: 'consumed' } : { bytes };
  } catch (cause) {
    return { problem: isConsumedError(cause) ? 'consumed' : 'broken', cause };
  }
}

/** For platforms whose requests have bodies of another kind than web streams. */
const readAtOnce = async (request: Readable): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await request.arrayBuffer());

/** The bytes of a stream; undefined as soon as there are more than `limit`. */
async function readChunks(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) return undefined;
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** Not awaited: a sender that never stops must not delay the response. */
function cancel(source: { cancel(): Promise<void> } | null): void {
  source?.cancel().catch(() => undefined);
}

/** Runtimes have no code for this, only different texts. By name, because a test runner can have a TypeError of its own. */
const isConsumedError = (error: unknown): boolean => {
  const { name, message } = (error ?? {}) as { readonly name?: unknown; readonly message?: unknown };
  return name === 'TypeError' && /unusable|disturbed|locked|already/i.test(String(message));
};
