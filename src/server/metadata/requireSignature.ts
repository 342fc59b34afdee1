import { createServerError } from '../../errors/createServerError.js';
import { computeHmac } from '../crypto/computeHmac.js';
import type { Encoding } from '../crypto/computeHmac.js';
import { timingSafeEqual } from '../crypto/timingSafeEqual.js';

/** Throws `METADATA_SIGNATURE` unless one of the keys made the signature of a text. */
export async function requireSignature(
  keys: readonly string[],
  text: string,
  signature: string,
  spelling: Encoding,
): Promise<void> {
  let right = false;
  for (const key of keys)
    right = timingSafeEqual(await computeHmac(key, text, undefined, spelling), signature) || right;
  if (right) return;
  throw createServerError('METADATA_SIGNATURE');
}
