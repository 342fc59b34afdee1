import { hidden } from '../logging/createScrub.js';
import type { Scrub } from '../logging/createScrub.js';

/**
 * A response's body as an error may show it.
 * @returns its JSON without secrets; a text of at most 2,000 characters if it is not JSON or too long; null if it is empty
 */
export function scrubBody(text: string, scrub: Scrub): unknown {
  if (!text) return null;
  let value: unknown;
  try {
    value = scrubValue(JSON.parse(text), scrub, 0);
  } catch {
    return truncate(scrub(text));
  }
  const json = JSON.stringify(value);
  return json.length > 2_000 ? truncate(json) : value;
}

/** Cuts a text to a number of characters. */
export const truncate = (text: string, length = 2_000): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;

const secretName = /key|secret|token|authorization|password|hostRoomUrl|viewerRoomUrl|accessLink/i;

function scrubValue(value: unknown, scrub: Scrub, depth: number): unknown {
  if (typeof value === 'string') return scrub(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 8) return '[…]';
  if (Array.isArray(value)) return value.map((part) => scrubValue(part, scrub, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      scrub(name),
      typeof part === 'string' && secretName.test(name) ? hidden : scrubValue(part, scrub, depth + 1),
    ]),
  );
}
