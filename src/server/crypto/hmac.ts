import { createServerError } from '../../errors/createServerError.js';
import { toBase64Url } from './base64url.js';
import { toHex } from './toHex.js';

const encoder = new TextEncoder();
const keys = new Map<string, Promise<CryptoKey>>();

/** Making a key costs as much as a signature. An app has a few secrets; more than these are not kept. */
const keysKept = 16;

function keyOf(secret: string): Promise<CryptoKey> {
  let key = keys.get(secret);
  if (!key) {
    if (!globalThis.crypto?.subtle) throw createServerError('CRYPTO_MISSING');
    key = crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    if (keys.size >= keysKept) keys.delete(keys.keys().next().value!);
    keys.set(secret, key);
  }
  return key;
}

interface Hmac {
  update(part: string | Uint8Array): Hmac;
  digest(spelling: Spelling): string;
}

interface Runtime {
  readonly process?: {
    getBuiltinModule?(name: string): { createHmac?(hash: string, key: string): Hmac } | undefined;
  };
}

/** Longer ones are worth the way to another thread, on which Web Crypto works. */
const short = 65_536;

const spell = { base64url: toBase64Url, hex: toHex };

/** How the bytes of a signature are written. */
export type Spelling = keyof typeof spell;

async function onWebCrypto(
  secret: string,
  head: string,
  body: string | Uint8Array,
  spelling: Spelling,
): Promise<string> {
  const start = encoder.encode(head);
  const rest = typeof body === 'string' ? encoder.encode(body) : body;
  const message = new Uint8Array(start.length + rest.length);
  message.set(start);
  message.set(rest, start.length);
  const key = await keyOf(secret);
  return spell[spelling](new Uint8Array(await crypto.subtle.sign('HMAC', key, message)));
}

/**
 * HMAC-SHA256 of `head` and `body`, one after the other and texts as UTF-8, under the UTF-8 bytes of a secret. On
 * Node, whose Web Crypto spends most of its time on the way to another thread, short messages take the built-in module
 * instead, where it can be had without importing it: the answer is there at once then, and no promise.
 */
export function hmac(
  secret: string,
  head: string,
  body: string | Uint8Array = '',
  spelling: Spelling = 'hex',
): string | Promise<string> {
  if (body.length <= short) {
    const node = (globalThis as Runtime).process?.getBuiltinModule?.('node:crypto');
    if (node?.createHmac) return node.createHmac('sha256', secret).update(head).update(body).digest(spelling);
  }
  return onWebCrypto(secret, head, body, spelling);
}
