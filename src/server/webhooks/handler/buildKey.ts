import { encodeHex } from '../../crypto/encodeHex.js';

/** The longest key that every database takes, and the longest id of an event. */
const maxLength = 255;

/**
 * Builds the key under which a store remembers that a function ran for an event: the event's id, with the handler's name
 * before it and the function's after it, if there are any. A key that would be too long is a hash.
 */
export async function buildKey(name: string | undefined, id: string, functionName?: string): Promise<string> {
  const key = `${name === undefined ? '' : `${name}/`}${id}${functionName === undefined ? '' : `#${functionName}`}`;
  if (key.length <= maxLength) return key;
  return encodeHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key))));
}
