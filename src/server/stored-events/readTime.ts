import { isObject } from '../isObject.js';
import { decodeBytes } from './decodeColumn.js';

const isoLike =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d+))?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?:\[.*\])?$/i;

/** Seconds, milliseconds, microseconds or nanoseconds since 1970 as milliseconds: events are later than March 1973. */
function scale(number: number): number {
  if (!Number.isFinite(number)) return NaN;
  let time = Math.abs(number) < 1e11 ? number * 1000 : number;
  while (Math.abs(time) >= 1e14) time /= 1000;
  return Math.floor(time);
}

function readText(written: string): number {
  const text = written.trim().replace(/^"(.*)"$/, '$1');
  if (/^\d{9,19}(\.\d+)?$/.test(text)) return scale(Number(text));
  const [, date, clock, fraction = '0', zone = 'Z'] = isoLike.exec(text) ?? [];
  if (date !== undefined) {
    const isOffset = /^[+-]/.test(zone);
    const offset = isOffset ? `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}` : 'Z';
    return Date.parse(`${date}T${clock}.${fraction}${offset}`.replace(/T(\d\d:\d\d)\./, 'T$1:00.'));
  }
  // 04/03/2026 is in March or in April, which depends on who wrote it.
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/.test(text)) return NaN;
  const hasZone = /(Z|GMT|UTC|[+-]\d\d:?\d\d)(\s*\(.*\))?$/i.test(text) || /^\d{4}-\d\d-\d\d$/.test(text);
  return Date.parse(hasZone ? text : `${text} UTC`);
}

/** Time objects of databases and libraries: Date, Temporal, Firestore, Luxon, Day.js, BSON and protocol buffers. */
function readObject(value: Readonly<Record<string, unknown>>): number {
  const { epochMilliseconds, toMillis, toNumber, $date, $numberLong } = value;
  if (epochMilliseconds !== undefined) return readTime(epochMilliseconds);
  if (typeof toMillis === 'function') return readTime(toMillis.call(value));
  if (typeof toNumber === 'function') return readTime(toNumber.call(value));
  if ($date !== undefined || $numberLong !== undefined) return readTime($date ?? $numberLong);
  const seconds = value.seconds ?? value._seconds;
  if (seconds !== undefined)
    return scale(Number(seconds)) + Math.floor(Number(value.nanos ?? value.nanoseconds ?? 0) / 1e6);
  const primitive = value.valueOf();
  return typeof primitive === 'object' ? NaN : readTime(primitive);
}

/**
 * A point in time as databases give it back: a `Date`, text with or without a zone, or a number (also as bigint or text) of
 * seconds or smaller units since 1970. Text without a zone is UTC, whatever the zone of this machine. A date whose day and
 * month could be exchanged is not read.
 * @returns milliseconds since 1970; NaN if it cannot be read
 */
export function readTime(value: unknown): number {
  // As Whereby writes it.
  if (typeof value === 'string' && value.length === 24 && value.endsWith('Z')) return Date.parse(value);
  if (value instanceof Date) return value.getTime();
  const readable = decodeBytes(value);
  if (typeof readable === 'string') return readText(readable);
  if (typeof readable === 'number' || typeof readable === 'bigint') return scale(Number(readable));
  try {
    return isObject(readable) ? readObject(readable) : NaN;
  } catch {
    // Something that only looks like a time of a library.
    return NaN;
  }
}
