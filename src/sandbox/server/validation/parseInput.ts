import * as v from 'valibot';

/** What a value must be, for each kind of schema that it can fail. Checks with a message of their own say it themselves. */
function describeExpectation({ type, expected, received }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return 'is required';
  switch (type) {
    case 'string':
      return 'must be a string';
    case 'number':
    case 'finite':
      return 'must be a number';
    case 'boolean':
      return 'must be true or false';
    case 'array':
      return 'must be an array';
    case 'picklist':
      return `must be one of ${expected?.replaceAll(/["()]/g, '').replaceAll(' | ', ', ')}`;
    default:
      return 'must be an object';
  }
}

/**
 * Parses what came from outside.
 * @param createError makes the error to throw from the first problem, such as "roomMode must be one of normal, group"
 */
export function parseInput<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  createError: (problem: string) => Error,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, { abortEarly: true, message: describeExpectation });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw createError(`${v.getDotPath(issue) ?? 'it'} ${issue.message}`);
}
