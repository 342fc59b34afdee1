import { badRequest } from './Problem.js';

/** A number of the query within its bounds. */
export function readNumber(
  query: URLSearchParams,
  name: string,
  fallback: number,
  [least, most]: readonly [number, number],
): number {
  const given = query.get(name);
  if (given === null || given === '') return fallback;
  const value = Number(given);
  if (!/^\d+$/.test(given) || value < least || value > most)
    throw badRequest(`${name} must be a whole number from ${least} to ${most}, got "${given}"`);
  return value;
}

/** `fields` of a query: comma-joined or repeated. */
export const readFields = (query: URLSearchParams): readonly string[] =>
  query.getAll('fields').flatMap((part) => part.split(',').map((field) => field.trim()));

/** `field:asc` or `field:desc` of those an operation knows. */
export function readSort<Row>(
  query: URLSearchParams,
  keys: Readonly<Record<string, (row: Row) => string | number>>,
): { readonly key: (row: Row) => string | number; readonly descending: boolean } | undefined {
  const given = query.get('sortBy');
  if (given === null || given === '') return undefined;
  const [field = '', direction = 'asc', ...more] = given.split(':');
  const key = Object.hasOwn(keys, field) ? keys[field] : undefined;
  if (!key || more.length || !/^(asc|desc)$/.test(direction))
    throw badRequest(`sortBy must be <field>:asc or <field>:desc with one of ${Object.keys(keys).join(', ')}`);
  return { key, descending: direction === 'desc' };
}
