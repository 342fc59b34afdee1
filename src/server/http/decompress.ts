import { readLimitedBody } from './readLimitedBody.js';
import type { LimitedBody } from './readLimitedBody.js';
import type { Deadline } from './createDeadline.js';

/** Whether bytes are compressed with gzip (https://www.rfc-editor.org/rfc/rfc1952#page-6). */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Decompresses gzip, and no more than `limit` bytes: a few kilobytes can decompress to gigabytes. */
export function decompress(bytes: Uint8Array<ArrayBuffer>, limit: number, deadline: Deadline): Promise<LimitedBody> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return readLimitedBody(new Response(stream), limit, deadline);
}
