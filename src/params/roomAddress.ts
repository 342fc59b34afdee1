import { createError } from '../errors/createError.js';

export interface RoomAddress {
  readonly url: URL;
  /** The raw pairs of the query, byte for byte as they were given. */
  readonly pairs: readonly string[];
}

/**
 * Takes a room URL apart without rewriting any of its query. Returns `undefined` if it is not an absolute http(s)
 * URL, or contains a user name or password.
 */
export function readRoomAddress(room: unknown): RoomAddress | undefined {
  if (typeof room !== 'string') return undefined;
  try {
    const text = room.trim();
    const url = new URL(text);
    if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
    // `URL` has the query only percent-encoded, not as it was given.
    const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(text) ?? [];
    return { url, pairs: query.split('&').filter(Boolean) };
  } catch {
    return undefined;
  }
}

/** @throws WherebyError `ROOM_MISSING`, `ROOM_INVALID` */
export function requireRoomAddress(room: unknown): RoomAddress {
  const address = readRoomAddress(room);
  if (address) return address;
  throw createError(room ? 'ROOM_INVALID' : 'ROOM_MISSING');
}

/** Origin and path. */
export const stripQuery = ({ origin, pathname }: URL): string => origin + pathname;

/** Whether two URLs lead to the same room. Their queries may differ: keys and parameters do not make another room. */
export const isSameRoom = (one: URL, other: URL): boolean => stripQuery(one) === stripQuery(other);

/** The organisation's subdomain of a room host; empty if the host has none. */
export const readSubdomain = ({ hostname }: URL): string =>
  /^([^.]+)\.(whereby\.com|localhost)$/.exec(hostname)?.[1] ?? '';
