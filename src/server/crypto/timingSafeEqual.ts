/**
 * Compares two texts in a time that depends on their length only, so that a forged signature cannot be found
 * character by character. Web Crypto has no such comparison, and Node's works on buffers.
 */
export function timingSafeEqual(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let index = 0; index < one.length; index++) difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
}
