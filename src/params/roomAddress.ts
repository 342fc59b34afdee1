export interface RoomAddress {
  readonly url: URL;
  /** Origin and path. Two addresses with the same are the same room. */
  readonly base: string;
  /** The raw pairs of the query, byte for byte as they were given. */
  readonly pairs: readonly string[];
  /** The fragment with its `#`, or nothing. */
  readonly hash: string;
}

/**
 * Takes a room address apart without re-writing any of its query. `undefined` where it is no absolute
 * http(s) address or holds a user name.
 */
export function readRoomAddress(room: unknown): RoomAddress | undefined {
  if (typeof room !== 'string') return undefined;
  try {
    const text = room.trim();
    const url = new URL(text);
    if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
    // The first "?" before any "#" starts the query of an http address, wherever it stands.
    const [head = ''] = text.split('#', 1);
    const start = head.indexOf('?');
    return {
      url,
      base: url.origin + url.pathname,
      pairs:
        start < 0
          ? []
          : head
              .slice(start + 1)
              .split('&')
              .filter(Boolean),
      hash: text.slice(head.length),
    };
  } catch {
    return undefined;
  }
}

/** The organisation's label of a room host, or nothing where the host has none. */
export const subdomainOf = (hostname: string): string =>
  /^([^.]+)\.(?:whereby\.com|localhost)$/.exec(hostname)?.[1] ?? '';
