import { toIsoText } from './toIsoText.js';

/**
 * A query as the API reads it: lists joined with commas, objects as `name[key]`, dates as ISO text.
 * @returns the query with its question mark, or an empty text
 * @throws WherebyError `REQUEST_INVALID` for an Invalid Date
 */
export function serializeQuery(query: object): string {
  const pairs = new URLSearchParams();
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) {
      if (value.length > 0) pairs.set(name, value.join(','));
    } else if (value instanceof Date) pairs.set(name, toIsoText(name, value));
    else if (typeof value === 'object') for (const [key, part] of Object.entries(value)) add(`${name}[${key}]`, part);
    else pairs.set(name, String(value));
  };
  for (const [name, value] of Object.entries(query)) add(name, value);
  const text = pairs.toString();
  return text && `?${text}`;
}
