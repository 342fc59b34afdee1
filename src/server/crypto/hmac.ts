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

interface Hmac {
  update(bytes: Uint8Array): Hmac;
  digest(): Uint8Array;
}

interface Runtime {
  readonly process?: {
    getBuiltinModule?(name: string): { createHmac?(hash: string, key: Uint8Array): Hmac } | undefined;
  };
}

/** Longer ones are worth the way to another thread, on which Web Crypto works. */
const short = 65_536;

/**
 * HMAC-SHA256 under the UTF-8 bytes of a secret. On Node, whose Web Crypto spends most of its time on that way, short
 * messages take the built-in module instead, where it can be had without importing it.
 */
export async function hmac(secret: string, message: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (message.length <= short) {
    const node = (globalThis as Runtime).process?.getBuiltinModule?.('node:crypto');
    if (node?.createHmac) return node.createHmac('sha256', encoder.encode(secret)).update(message).digest();
  }
  return new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(secret), message));
}
