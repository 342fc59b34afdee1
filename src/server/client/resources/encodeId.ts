import { createServerError } from '../../../errors/createServerError.js';

/**
 * An id as one segment of a path. An empty id, or one of dots only, would lead to another resource: the whole list, or
 * the one above.
 * @throws WherebyError `REQUEST_INVALID`
 */
export function encodeId(name: string, id: unknown): string {
  if (typeof id === 'string' && /[^.\s]/.test(id) && !/[?#\s]|:\/\//.test(id) && id.isWellFormed())
    return encodeURIComponent(id);
  throw createServerError('REQUEST_INVALID', {
    problem: `\`${name}\` must be an id that the API returned, and it is ${typeof id === 'string' ? 'empty or not an id' : `of type ${typeof id}`}`,
  });
}
