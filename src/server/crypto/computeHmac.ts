import { createServerError } from '../../errors/createServerError.js';
import { encodeBase64Url } from './encodeBase64Url.js';
import { encodeHex } from './encodeHex.js';

const encoders = { base64url: encodeBase64Url, hex: encodeHex };

/** How the bytes of a signature are written as text. */
export type Encoding = keyof typeof encoders;

/** Above this many bytes or characters, Web Crypto's trip to another thread costs less than blocking this one. */
const longestForNodeCrypto = 65_536;

/**
 * Computes HMAC-SHA256 of `head` followed by `body`, keyed with the UTF-8 bytes of `secret`. Texts are hashed as UTF-8.
 *
 * On Node, short messages use the built-in crypto module and return the signature itself instead of a promise: Web
 * Crypto spends most of its time on the way to another thread. The module is looked up at run time, so that bundles
 * for other runtimes do not import it. Throws `CRYPTO_MISSING` on a runtime without Web Crypto.
 */
export function computeHmac(
  secret: string,
  head: string,
  body: string | Uint8Array = '',
  encoding: Encoding = 'hex',
): string | Promise<string> {
  const nodeCrypto = body.length <= longestForNodeCrypto ? findNodeCrypto() : undefined;
  return nodeCrypto?.createHmac
    ? nodeCrypto.createHmac('sha256', secret).update(head).update(body).digest(encoding)
    : computeOnWebCrypto(secret, head, body, encoding);
}

async function computeOnWebCrypto(
  secret: string,
  head: string,
  body: string | Uint8Array,
  encoding: Encoding,
): Promise<string> {
  const start = encoder.encode(head);
  const rest = typeof body === 'string' ? encoder.encode(body) : body;
  const message = new Uint8Array(start.length + rest.length);
  message.set(start);
  message.set(rest, start.length);
  const key = await importKey(secret);
  const signature = await crypto.subtle.sign('HMAC', key, message);
  return encoders[encoding](new Uint8Array(signature));
}

const encoder = new TextEncoder();

/** Imported keys by secret: importing a key takes as long as signing. */
const keys = new Map<string, Promise<CryptoKey>>();

/** An app has a few secrets; above this number the oldest key is dropped. */
const maxKeys = 16;

function importKey(secret: string): Promise<CryptoKey> {
  const known = keys.get(secret);
  if (known) return known;
  if (!globalThis.crypto?.subtle) throw createServerError('CRYPTO_MISSING');
  const key = crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  if (keys.size >= maxKeys) keys.delete(keys.keys().next().value!);
  keys.set(secret, key);
  return key;
}

interface Hmac {
  update(part: string | Uint8Array): Hmac;
  digest(encoding: Encoding): string;
}

interface NodeLike {
  readonly process?: {
    getBuiltinModule?(name: string): { createHmac?(hash: string, key: string): Hmac } | undefined;
  };
}

const findNodeCrypto = () => (globalThis as NodeLike).process?.getBuiltinModule?.('node:crypto');
