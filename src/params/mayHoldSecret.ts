import { listReadings } from './listReadings.js';

/**
 * Words in the names of what must not be shown. Rather one too many: a text that is held back for no reason harms less.
 */
const secretWords = /key|token|secret|passw|pwd|auth|jwt|bearer|credential|signature|session|otp|code|eyj[\w-]{8}/i;

/**
 * Whether a text from an address may name or hold a key or another secret, however it is written: encoded several
 * times, in other forms of the same letters, with invisible characters or separators between them.
 */
export const mayHoldSecret = (text: string): boolean =>
  listReadings(text)?.some((reading) => secretWords.test(reading)) ?? true;
