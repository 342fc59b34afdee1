import { WherebyError } from '../../errors.js';
import { toBase64Url } from '../crypto/base64url.js';
import { hmac } from '../crypto/hmac.js';
import { sameText } from '../crypto/sameText.js';
import { toHex } from '../crypto/toHex.js';

const encoder = new TextEncoder();
const write = { base64url: toBase64Url, hex: toHex };

/** Throws `METADATA_SIGNATURE` unless one of the keys made the signature of a text. */
export async function requireSignature(
  keys: readonly string[],
  text: string,
  signature: string,
  spelling: keyof typeof write,
): Promise<void> {
  let right = false;
  for (const key of keys) right = sameText(write[spelling](await hmac(key, encoder.encode(text))), signature) || right;
  if (right) return;
  throw new WherebyError(
    'METADATA_SIGNATURE',
    'the signature of the metadata does not match: it was changed, or signed with a key that is not in `key`. ' +
      'While rotating, pass the old key as well. Otherwise treat the person as unknown.',
  );
}
