import { readWithheldPermissions } from '../params/readWithheldPermissions.js';
import { requireRoomAddress } from '../params/roomAddress.js';
import { allowFor } from '../embed/allow.js';
import type { AllowChanges } from '../embed/allow.js';

/**
 * The response headers that a page needs to frame this room, one a line: to merge into the policies it has.
 * @throws WherebyError `ROOM_MISSING`, `ROOM_INVALID`
 */
export function cspSnippet(room: string | URL, allow?: AllowChanges): string {
  const { origin, href } = requireRoomAddress(room).url;
  const features = allowFor(allow, readWithheldPermissions(href))
    .split('; ')
    .map((name) => `${name}=(self "${origin}")`);
  return `Content-Security-Policy: frame-src ${origin}\nPermissions-Policy: ${features.join(', ')}`;
}
