import { decodeBytes } from './decodeColumn.js';

/** A text or an id as databases give it back: as text, bytes or a number. Null if it is empty or something else. */
export function readText(value: unknown): string | null {
  const text = typeof value === 'string' ? value : decodeBytes(value);
  if (typeof text === 'number' || typeof text === 'bigint') return String(text);
  return typeof text === 'string' && text !== '' ? text : null;
}

/** A number of things as databases give it back. Undefined if it is none. */
export function readCount(value: unknown): number | undefined {
  const count = typeof value === 'number' ? value : Number(readText(value)?.trim() || NaN);
  return count >= 0 && Number.isFinite(count) ? count : undefined;
}

/** A boolean as databases and CSV give it back. */
export function readFlag(value: unknown): boolean {
  return typeof value === 'boolean' ? value : ['true', '1', 't'].includes(readText(value) ?? '');
}
