import * as v from 'valibot';
import { anyObject } from '../validation/schemas.js';
import { InputError } from './InputError.js';

export type Input = v.InferOutput<typeof anyObject>;

/** A body as it was sent: a form's fields, or a text that is to be JSON. */
export type Body = { readonly form: Readonly<Record<string, string>> } | { readonly text: string };

const jsonObject = v.pipe(v.string(), v.parseJson(), anyObject);

function parseJson(text: string): Input {
  const result = v.safeParse(jsonObject, text);
  if (!result.success) throw new InputError('the body must be a JSON object');
  return result.output;
}

export async function readBody(request: Request): Promise<Body> {
  const type = request.headers.get('content-type') ?? '';
  const text = await request.text();
  return type.startsWith('application/x-www-form-urlencoded')
    ? { form: Object.fromEntries(new URLSearchParams(text)) }
    : { text };
}

/**
 * The fields of a control call: JSON, or a form. In a form numbers and flags are texts, and anything that is more than a
 * text comes as JSON in the field `json`.
 */
export function readInput(body: Body): Input {
  if ('text' in body) return body.text.trim() ? parseJson(body.text) : {};
  const { json, ...fields } = body.form;
  return { ...fields, ...(json === undefined ? {} : parseJson(json)) };
}
