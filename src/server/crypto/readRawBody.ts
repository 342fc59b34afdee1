/** A body that can be hashed: bytes as received, or a text that stands for its UTF-8 bytes. */
export type Bytes = string | ArrayBuffer | ArrayBufferView;

/**
 * Reads a body as text or bytes, without copying where possible. Returns undefined for anything else, such as a
 * parsed object.
 *
 * A text comes back well-formed: UTF-8 has no bytes for a lone surrogate, so hashing replaces it, and what is parsed
 * later must be what the signature covers.
 */
export function readRawBody(value: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (typeof value === 'string') return value.toWellFormed();
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    // Web Crypto refuses memory shared with another thread: copy it.
    return buffer instanceof ArrayBuffer
      ? new Uint8Array(buffer, byteOffset, byteLength)
      : new Uint8Array(buffer, byteOffset, byteLength).slice();
  }
  return isArrayBuffer(value) ? new Uint8Array(value) : undefined;
}

/** By tag rather than `instanceof`, because the buffer may come from another realm (a test runner, a worker). */
const isArrayBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]';
