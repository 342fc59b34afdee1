import { WherebyError } from '../../errors.js';

const encoder = new TextEncoder();
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
