import { WherebyError } from '../errors/WherebyError.js';

export interface RoomAddress {
  readonly url: URL;
  /** The raw pairs of the query, byte for byte as they were given. */
  readonly pairs: readonly string[];
}

/**
 * Takes a room address apart without re-writing any of its query. `undefined` where it is no absolute
 * http(s) address or holds a user name.
 */
export function readRoomAddress(room: unknown): RoomAddress | undefined {
  try {
    const text = (room as string).trim();
    const url = new URL(text);
    // The first "?" before any "#" starts the query of an http address, wherever it stands.
    const [, ...query] = text.split('#', 1).join().split('?');
    return /^https?:$/.test(url.protocol) && !(url.username + url.password)
      ? { url, pairs: query.join('?').split('&').filter(Boolean) }
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The same for code that cannot go on without.
 * @throws WherebyError `ROOM_MISSING`, `ROOM_INVALID`
 */
export function requireAddress(room: unknown): RoomAddress {
  const address = readRoomAddress(room);
  if (address) return address;
  throw new WherebyError(room ? 'ROOM_INVALID' : 'ROOM_MISSING', 'pass a whole roomUrl as room');
}

/** Origin and path: two addresses with the same are the same room. */
export const baseOf = ({ origin, pathname }: URL): string => origin + pathname;

/** The organisation's label of a room host, or nothing where the host has none. */
export const subdomainOf = ({ hostname }: URL): string =>
  /^([^.]+)\.(whereby\.com|localhost)$/.exec(hostname)?.[1] ?? '';
