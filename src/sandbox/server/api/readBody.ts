import type * as v from 'valibot';
import { parseInput } from '../validation/parseInput.js';
import { isObject } from '../../../server/isObject.js';
import { badRequest } from './Problem.js';

/** Reads a JSON object from the body of a request. Throws a 400 if it does not match the schema. */
export async function readBody<Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  let value: unknown;
  try {
    value = JSON.parse(await request.text());
  } catch {
    throw badRequest('The request body is not valid JSON');
  }
  if (!isObject(value)) throw badRequest('The request body must be a JSON object');
  return parseInput(schema, value, badRequest);
}
