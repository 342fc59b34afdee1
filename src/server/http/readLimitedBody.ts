/**
 * What came of reading a body: its bytes, or why they could not be had. `too-large`: more than the limit.
 * `consumed`: something, usually a body parser, has read the body before.
 */
export type LimitedBody =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly problem: 'too-large' }
  | { readonly problem: 'consumed'; readonly cause?: unknown };

/**
 * Reads the body of a request, and no further than `limit` bytes.
 * @returns the bytes, empty for a request without a body; or the problem
 * @throws whatever the runtime throws when the connection breaks off
 */
export async function readLimitedBody(request: Request, limit: number): Promise<LimitedBody> {
  if (request.bodyUsed) return { problem: 'consumed' };
  const length = request.headers.get('content-length');
  const announced = Number(length ?? 0);
  if (announced > limit) return { problem: 'too-large' };
  try {
    // An HTTP server holds the sender to the length it announced, so the body can be read in one piece. On Node that
    // avoids a web stream for every request.
    const bytes = length === null ? await readChunks(request, limit) : new Uint8Array(await request.arrayBuffer());
    if (!bytes || bytes.byteLength > limit) return { problem: 'too-large' };
    // A parser that ran first can leave a request that announces bytes and has none.
    return bytes.byteLength === 0 && announced > 0 ? { problem: 'consumed' } : { bytes };
  } catch (cause) {
    if (isConsumedError(cause)) return { problem: 'consumed', cause };
    throw cause;
  }
}

/** The bytes of a stream; undefined as soon as there are more than `limit`. */
async function readChunks({ body }: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      // Not awaited: a sender that never stops must not delay the response.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
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

/** Runtimes have no code for this, only different texts; a broken connection is a TypeError too. */
const isConsumedError = (error: unknown): boolean =>
  error instanceof TypeError && /unusable|disturbed|locked|already/i.test(error.message);
