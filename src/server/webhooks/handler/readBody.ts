import { WherebyError } from '../../../errors/WherebyError.js';
import { createBodyParsedError } from '../createBodyParsedError.js';

const tooLarge = (limit: number) =>
  new WherebyError(
    'WEBHOOK_BODY_TOO_LARGE',
    `the body is larger than ${limit} bytes. Events have a few kilobytes; raise \`maxBodyBytes\` if yours are larger.`,
  );

/**
 * The bytes of a request as they came. Throws `WEBHOOK_BODY_TOO_LARGE`, reading no further than the limit, and
 * `WEBHOOK_BODY_PARSED` where something has read them before.
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (request.bodyUsed) throw createBodyParsedError(undefined);
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limit) throw tooLarge(limit);

  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      // Not awaited: a sender that never stops must not hold the answer up.
      reader.cancel().catch(() => undefined);
      throw tooLarge(limit);
    }
    chunks.push(value);
  }
  // A body parser that ran first leaves a request that announces bytes and has none.
  if (size === 0 && announced > 0) throw createBodyParsedError(undefined);

  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
