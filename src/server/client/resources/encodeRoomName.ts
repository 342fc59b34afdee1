import { createServerError } from '../../../errors/createServerError.js';

/**
 * A room's name as one segment of a path, its slash encoded: `/demo` and `demo` become `%2Fdemo`.
 * @throws WherebyError `REQUEST_INVALID`
 */
export function encodeRoomName(roomName: unknown): string {
  if (typeof roomName === 'string') {
    const name = roomName.replace(/^\//, '');
    const isName = /^[^/?#:\s]+$/.test(name) && /[^.]/.test(name) && name.isWellFormed();
    if (isName) return encodeURIComponent(`/${name}`);
  }
  throw createServerError('REQUEST_INVALID', {
    problem:
      '`roomName` must be the name of a room such as /demo and not its URL, so pass the `roomName` of the meeting, or `parseRoomUrl(roomUrl).roomName`',
  });
}
