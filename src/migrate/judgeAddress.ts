import type { Part } from './readParts.js';

export type Judgement = 'room' | 'roomWithKey' | 'other' | 'unknown';

/** Stands for an expression while an address is read as text. */
const HOLE = '\uE000';

/** The names that the service and its clients give to room URLs. */
const roomName = /^(?:host|viewer)?RoomUrl$/i;

const isRoomName = (code: string): boolean => roomName.test(code.split(/[?!]?\./).at(-1) ?? '');

/** Whether a text with a room's address in it has the key of a role, written out. */
export const hasWrittenKey = (text: string): boolean => /[?&]roomKey=[^&\s"'`$\uE000]/i.test(text);

/**
 * Whose address it is. An expression without a text before it is a room's if it has the name that the service gives to
 * room URLs.
 * @param isWhereby whether the file has to do with Whereby at all: others have a `roomUrl` too
 */
export function judgeAddress(parts: readonly Part[], isWhereby: boolean): Judgement {
  const text = parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');
  if (/^(?:https?:)?\/\/(?:[^/?#]*\.)?whereby\.com(?::\d+)?(?:[/?#]|$)/i.test(text))
    return hasWrittenKey(text) ? 'roomWithKey' : 'room';
  const [first] = parts;
  if (first === undefined || typeof first === 'string') return 'other';
  if (isWhereby && isRoomName(first.getText())) return hasWrittenKey(text) ? 'roomWithKey' : 'room';
  return 'unknown';
}
