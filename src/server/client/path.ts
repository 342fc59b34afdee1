import { WherebyError } from '../../errors/WherebyError.js';

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
  throw new WherebyError(
    'REQUEST_INVALID',
    `${name} must be the id that the API answered; it is ${typeof id === 'string' ? 'empty, or text that is no id' : `of type ${typeof id}`}. Nothing was sent.`,
  );
}

/**
 * A room's name as one segment of a path, its slash encoded: `/demo` and `demo` become `%2Fdemo`.
 * @throws WherebyError `REQUEST_INVALID`
 */
export function roomNameSegment(roomName: unknown): string {
  if (typeof roomName === 'string' && /^\/?[^/?#:\s\ud800-\udfff]+$/.test(roomName) && /[^./]/.test(roomName))
    return encodeURIComponent(`/${roomName.replace(/^\//, '')}`);
  throw new WherebyError(
    'REQUEST_INVALID',
    'roomName must be the name of a room, such as /demo, not its address. Pass the roomName of the meeting, or parseRoomUrl(roomUrl).roomName. Nothing was sent.',
  );
}
