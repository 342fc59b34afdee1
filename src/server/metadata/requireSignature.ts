import { createServerError } from '../../errors/createServerError.js';
import { computeHmac } from '../crypto/computeHmac.js';
import type { Encoding } from '../crypto/computeHmac.js';
import { timingSafeEqual } from '../crypto/timingSafeEqual.js';

/** Throws `METADATA_SIGNATURE` unless the signature of the text was made with one of the keys. */
export async function requireSignature(
  keys: readonly string[],
  text: string,
  signature: string,
  encoding: Encoding,
): Promise<void> {
  let matches = false;
  // Every key is tried, so that the time does not tell which one matches.
  for (const key of keys) {
    const expected = await computeHmac(key, text, undefined, encoding);
    matches = timingSafeEqual(expected, signature) || matches;
  }
  if (!matches) throw createServerError('METADATA_SIGNATURE');
}
