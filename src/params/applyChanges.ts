import type { QueryChanges } from './collectChanges.js';
import { decodePair } from './decodePair.js';
import { stripQuery } from './roomAddress.js';
import type { RoomAddress } from './roomAddress.js';

/**
 * Returns the room's URL with a changed query. Pairs of other keys stay byte for byte and in order; new pairs follow
 * them, in the order of the changes.
 */
export function applyChanges({ url, pairs }: RoomAddress, changes: QueryChanges): string {
  const kept = pairs.filter((pair) => !changes.has(decodePair(pair)[0]));
  const added = [...changes.values()].filter(Boolean);
  const query = [...kept, ...added].join('&');
  return stripQuery(url) + (query && `?${query}`) + url.hash;
}
