/** What can be hashed: bytes as they came, or a text that stands for its UTF-8 bytes. */
export type Bytes = string | ArrayBuffer | ArrayBufferView;

// What it matches has no UTF-8 of its own.
const loneSurrogate = /\p{Surrogate}/u;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * A text as it is, or the bytes of a view, without copying; undefined for anything else. The text is one that UTF-8
 * can say: what is read of it later is what its signature covers.
 */
export function rawBody(value: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (typeof value === 'string') return loneSurrogate.test(value) ? decoder.decode(encoder.encode(value)) : value;
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    // Web Crypto takes no memory that another thread may be writing to.
    return buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : bytes.slice();
  }
  // By name, because a buffer can come from another realm (a test runner, a worker).
  if (Object.prototype.toString.call(value) === '[object ArrayBuffer]') return new Uint8Array(value as ArrayBuffer);
  return undefined;
}
