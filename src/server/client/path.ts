import { createServerError } from '../../errors/createServerError.js';

/**
 * An id as one segment of a path. An empty one, or one of dots only, would name another resource: the whole list,
 * or the one above.
 * @throws WherebyError `REQUEST_INVALID`
 */
export function idSegment(name: string, id: unknown): string {
  if (typeof id === 'string' && /[^.\s]/.test(id) && !/[?#\s]|:\/\//.test(id)) {
    try {
      return encodeURIComponent(id);
    } catch {
      // Half a surrogate pair: no id, and nothing that could be sent.
    }
  }
  throw createServerError('REQUEST_INVALID', {
    problem: `\`${name}\` must be an id that the API returned, and it is ${typeof id === 'string' ? 'empty or not an id' : `of type ${typeof id}`}`,
  });
}

/**
 * A room's name as one segment of a path, its slash encoded: `/demo` and `demo` become `%2Fdemo`.
 * @throws WherebyError `REQUEST_INVALID`
 */
export function roomNameSegment(roomName: unknown): string {
  if (typeof roomName === 'string' && /^\/?[^/?#:\s\ud800-\udfff]+$/.test(roomName) && /[^./]/.test(roomName))
    return encodeURIComponent(`/${roomName.replace(/^\//, '')}`);
  throw createServerError('REQUEST_INVALID', {
    problem:
      '`roomName` must be the name of a room such as /demo and not its URL, so pass the `roomName` of the meeting, or `parseRoomUrl(roomUrl).roomName`',
  });
}
