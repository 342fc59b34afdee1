import * as v from 'valibot';
import { anyObject } from '../validation/schemas.js';
import { InputError } from './InputError.js';

export type Input = v.InferOutput<typeof anyObject>;

const jsonObject = v.pipe(v.string(), v.parseJson(), anyObject);

function parseJson(text: string): Input {
  const result = v.safeParse(jsonObject, text);
  if (!result.success) throw new InputError('the body must be a JSON object');
  return result.output;
}

/**
 * Reads the body of a control call: JSON, or a form. In a form numbers and flags are texts, and anything that is more
 * than a text comes as JSON in the field `json`.
 */
export async function readInput(request: Request): Promise<{ readonly input: Input; readonly isForm: boolean }> {
  const type = request.headers.get('content-type') ?? '';
  const text = await request.text();
  if (type.startsWith('application/x-www-form-urlencoded')) {
    const { json, ...fields } = Object.fromEntries(new URLSearchParams(text));
    return { input: { ...fields, ...(json === undefined ? {} : parseJson(json)) }, isForm: true };
  }
  return { input: text.trim() ? parseJson(text) : {}, isForm: false };
}
