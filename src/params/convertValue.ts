import type { Kind } from './kinds/Kind.js';

/**
 * What was surely meant by a value of another type than its kind takes, as code without types and data have it: `42` or
 * `['Ada']` for text, `'true'` or `1` for a toggle, one text for a list, blanks around a value that takes none. Any other
 * value is returned as it is.
 */
export function convertValue(kind: Kind, value: unknown): unknown {
  const parts: readonly unknown[] = Array.isArray(value) ? [...value] : [value];
  if (!parts.every(isPlain)) return value;
  const isList = Array.isArray(kind.parse(''));
  if (isList && Array.isArray(value)) return parts.map(String);
  return parts.length === 1 ? (kind.convert ?? kind.parse)(String(parts[0]).trim()) : value;
}

const isPlain = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'bigint' || Number.isFinite(value);
