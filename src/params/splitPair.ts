import { decodePair } from './decodePair.js';
import { findKind } from './findKind.js';
import { isReservedKey } from './isReservedKey.js';

/**
 * The pairs in a raw pair of a query. There are several if "?" or ";" was written where "&" belongs, as in
 * `?roomKey=abc?minimal`. A "?" that belongs to a value, such as a URL, stays in it.
 */
export function splitPair(pair: string): string[] {
  const [first = '', ...others] = pair.split(/(?=[?;])/);
  const pairs: string[][] = [[first]];
  for (const part of others) {
    const current = pairs[pairs.length - 1]!;
    const next = part.slice(1);
    if (beginsPair(current[0]!, next)) pairs.push([next]);
    else current.push(part);
  }
  return pairs.map((parts) => parts.join('')).filter(Boolean);
}

/** Whether what follows a "?" or ";" is a pair of its own, and not the rest of the value that began with `start`. */
function beginsPair(start: string, next: string): boolean {
  const isUrl = /:\/\/|%3a/i.test(start);
  const [key] = decodePair(next);
  const isKnown = isReservedKey(key) || findKind(key) !== undefined;
  return !start.includes('=') || start.startsWith('roomKey=') || (isKnown && !isUrl);
}
