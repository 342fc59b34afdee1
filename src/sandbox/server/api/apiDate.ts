import * as v from 'valibot';

/** The date as the service's clients spell it: ISO 8601, the time, the fraction and the offset optional. */
const pattern = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/** Milliseconds since 1970, NaN if it is not a date. Without an offset it is UTC; digits beyond milliseconds are dropped. */
function parseDate(text: string): number {
  const match = pattern.exec(text.trim());
  if (!match) return NaN;
  const [, day, time = '00:00', fraction = '', offset = 'Z'] = match;
  const zone = offset.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  return Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}${fraction.slice(0, 4)}${zone}`);
}

/** A date of a request, as milliseconds since 1970. */
export const apiDate = v.pipe(
  v.string(),
  v.transform(parseDate),
  v.check((time) => !Number.isNaN(time), 'must be an ISO 8601 date and time'),
);
