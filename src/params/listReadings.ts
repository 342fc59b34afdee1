import { decodeText } from './decodeText.js';

/** How often a text is decoded. */
const ROUNDS = 5;

/**
 * What a text from an address can be read as: as it is, decoded once, and so on, each without anything but letters and
 * digits, and with those in their usual form. Undefined if it is encoded more often than anybody does without a reason
 * to hide something.
 */
export function listReadings(text: string): string[] | undefined {
  const readings: string[] = [];
  let plain = text;
  for (let round = 0; round < ROUNDS; round++) {
    readings.push(plain.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''));
    // Also inside an encoding, as a line end or an invisible character can be.
    const encoded = plain.replace(/[\p{C}\p{Z}]/gu, '');
    plain = decodeText(encoded);
    if (plain === encoded) return readings;
  }
  return undefined;
}
