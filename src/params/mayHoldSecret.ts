import { decodeText } from './decodeText.js';

/**
 * Words in the names of what must not be shown. Rather one too many: a text that is held back for no reason harms less.
 */
const secretWords = /key|token|secret|passw|pwd|auth|jwt|bearer|credential|signature|session|otp|code|eyj[\w-]{8}/i;

/**
 * Whether a text from an address may name or hold a key or another secret, however it is written: encoded several
 * times, in other forms of the same letters, with invisible characters or separators between them.
 */
export function mayHoldSecret(text: string): boolean {
  let plain = text;
  for (let round = 0; round < 5; round++) {
    if (secretWords.test(plain.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''))) return true;
    // Also inside an encoding, as a line end or an invisible character can be.
    const encoded = plain.replace(/[\p{C}\p{Z}]/gu, '');
    plain = decodeText(encoded);
    if (plain === encoded) return false;
  }
  // Nobody encodes that often without a reason to hide something.
  return true;
}
