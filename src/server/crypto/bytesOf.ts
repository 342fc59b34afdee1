/** What can be hashed: bytes as they came, or a text that stands for its UTF-8 bytes. */
export type Bytes = string | ArrayBuffer | ArrayBufferView;

const encoder = new TextEncoder();

/** The bytes of a text or of a view, without copying where there are bytes already; undefined for anything else. */
export function bytesOf(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof value === 'string') return encoder.encode(value);
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
