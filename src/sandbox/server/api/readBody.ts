import { badRequest } from './Problem.js';

export type Fields = Readonly<Record<string, unknown>>;

/** A JSON object, or a clear 400. */
export async function readObject(request: Request): Promise<Fields> {
  let value: unknown;
  try {
    value = JSON.parse(await request.text());
  } catch {
    throw badRequest('The request body is not valid JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('The request body must be a JSON object');
  return value as Fields;
}

/** A field that may be absent or null. */
const optional =
  <Value>(is: (value: unknown) => value is Value, what: string) =>
  (fields: Fields, name: string): Value | undefined => {
    const value = fields[name];
    if (value === undefined || value === null) return undefined;
    if (!is(value)) throw badRequest(`${name} must be ${what}`);
    return value;
  };

const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = optional(isText, 'a string');
export const booleanOf = optional((value): value is boolean => typeof value === 'boolean', 'true or false');
export const objectOf = optional(isObject, 'an object');

/** One of some texts. */
export function choiceOf<const Choice extends string>(
  fields: Fields,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = textOf(fields, name);
  if (value !== undefined && !choices.includes(value as Choice))
    throw badRequest(`${name} must be one of ${choices.join(', ')}`);
  return value as Choice | undefined;
}

export function requiredText(fields: Fields, name: string): string {
  const value = textOf(fields, name);
  if (!value) throw badRequest(`${name} is required`);
  return value;
}

export function requiredTexts(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  if (!Array.isArray(value) || !value.every(isText)) throw badRequest(`${name} must be an array of strings`);
  return value;
}
