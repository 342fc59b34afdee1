import * as v from 'valibot';
import { parseInput } from '../validation/parseInput.js';
import { badRequest } from './Problem.js';

/** Reads parameters of a query; an empty one counts as omitted. Throws a 400 if they do not match the schemas. */
export function readQuery<const Entries extends v.ObjectEntries>(query: URLSearchParams, entries: Entries) {
  const given = Object.keys(entries).flatMap((name) => {
    const value = query.get(name);
    return value ? [[name, value]] : [];
  });
  return parseInput(v.object(entries), Object.fromEntries(given), badRequest);
}

/** Reads `fields`, comma-joined or repeated. */
export const readFields = (query: URLSearchParams): readonly string[] =>
  query.getAll('fields').flatMap((part) => part.split(',').map((field) => field.trim()));

/** A whole number between two others. */
export function wholeNumber(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`;
  return v.pipe(
    v.string(),
    v.digits(message),
    v.transform(Number),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
}
