import { WherebyError } from '../../errors.js';

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

const keys = new Map<string, Promise<CryptoKey>>();

/** Making a key costs as much as a signature. An app has a few secrets; more than these are not kept. */
const keysKept = 16;

function keyOf(secret: string): Promise<CryptoKey> {
  let key = keys.get(secret);
  if (!key) {
    if (!globalThis.crypto?.subtle)
      throw new WherebyError(
        'CRYPTO_MISSING',
        'this runtime has no Web Crypto (`crypto.subtle`), which signatures are made with. ' +
          'Use Node 20 or newer, Deno, Bun or a worker.',
      );
    key = crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    if (keys.size >= keysKept) keys.delete(keys.keys().next().value!);
    keys.set(secret, key);
  }
  return key;
}

/** HMAC-SHA256 under the UTF-8 bytes of a secret. */
export async function hmac(secret: string, message: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(secret), message));
}

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += hexOf[byte]!;
  return hex;
}

/** Whether two texts are the same, in a time that tells their lengths only. */
export function sameText(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}
