import { createError } from '../errors/createError.js';
import type { Issue } from '../errors/WherebyError.js';
import { addIssue } from './addIssue.js';
import { decodePair } from './decodePair.js';
import { repairAddress } from './repairAddress.js';
import { splitPair } from './splitPair.js';

export interface RoomAddress {
  readonly url: URL;
  /** The raw pairs of the query, byte for byte as they were given. */
  readonly pairs: readonly string[];
  /** What was wrong with the address that was given, and was repaired. */
  readonly issues: readonly Issue[];
}

/**
 * Takes a room URL apart without rewriting any of its query, apart from repairing what is surely a mistake. Returns
 * `undefined` if it is not an absolute http(s) URL, contains a user name or password, or has in its host or path what
 * only a query has.
 */
export function readRoomAddress(room: unknown): RoomAddress | undefined {
  try {
    // Also a `URL`, of whatever realm. A proxy of one throws.
    const given = typeof room === 'string' ? room : (room as Partial<URL> | null | undefined)?.href;
    if (typeof given !== 'string') return undefined;
    const { text, repaired } = repairAddress(given);
    const url = new URL(text);
    if (!/^https?:$/.test(url.protocol) || url.username || url.password || !hasPlainPlace(url)) return undefined;
    const path = url.pathname.replace(/\/{2,}/g, '/').replace(/(?!^)\/$/, '');
    if (path !== url.pathname) {
      repaired.push('too many slashes');
      url.pathname = path;
    }
    const issues: Issue[] = [];
    if (repaired.length) {
      const message = `The room URL was repaired: it had ${repaired.join(', ')}`;
      issues.push({ code: 'ROOM_REPAIRED', severity: 'warning', param: '', message });
    }
    // `URL` has the query only percent-encoded, not as it was given.
    const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(text) ?? [];
    const pairs = query.split('&').flatMap((pair) => {
      const parts = splitPair(pair);
      if (parts.length > 1)
        addIssue(
          issues,
          'SECOND_QUESTION_MARK',
          readKey(parts[0]),
          'has a "?" or ";" after it: read as "&"',
          'warning',
        );
      return parts;
    });
    return { url, pairs, issues };
  } catch {
    return undefined;
  }
}

const readKey = (pair = ''): string => decodePair(pair)[0];

/**
 * Whether host and path are of one address. With what belongs to a query in them, they would show a key in places that
 * show no query, such as the name of the room; with a blank, a bracket or another address in them, they are part of a
 * sentence or of a template.
 * @throws if the path is not encoded as it should be
 */
const hasPlainPlace = ({ host, pathname }: URL): boolean =>
  /^[\w.:[\]-]+$/.test(host) && !/[=&;?%#\s\p{Z}"<>[\]{|}]|:\/|room.?key/iu.test(decodeURIComponent(pathname));

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
