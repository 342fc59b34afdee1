import { createServerError } from '../../errors/createServerError.js';

/** A query as the API reads it: lists joined by commas, objects as `name[key]`, dates as ISO text. */
export function writeQuery(query: object): string {
  const pairs = new URLSearchParams();
  const write = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) {
      if (value.length > 0) pairs.set(name, value.join(','));
    } else if (value instanceof Date) pairs.set(name, isoText(name, value));
    else if (typeof value === 'object') for (const [key, part] of Object.entries(value)) write(`${name}[${key}]`, part);
    else pairs.set(name, String(value));
  };
  for (const [name, value] of Object.entries(query)) write(name, value);
  const text = pairs.toString();
  return text && `?${text}`;
}

/**
 * A body as JSON text.
 * @throws WherebyError `REQUEST_INVALID` where it holds a date that is none
 */
export function writeBody(body: object): string {
  return JSON.stringify(body, function (this: Record<string, unknown>, name, value: unknown) {
    // `value` is the date's text already, and null where it has none: the API would read that as "take the default".
    const raw = this[name];
    return raw instanceof Date ? isoText(name, raw) : value;
  });
}

function isoText(name: string, date: Date): string {
  if (!Number.isNaN(date.getTime())) return date.toISOString();
  throw createServerError('REQUEST_INVALID', { problem: `\`${name}\` is a Date without a time ("Invalid Date")` });
}
