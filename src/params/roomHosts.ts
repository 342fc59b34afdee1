import { createError } from '../errors/createError.js';
import { isDevelopment } from './isDevelopment.js';
import { isLoopback } from './isLoopback.js';
import { requireRoomAddress } from './roomAddress.js';
import type { RoomAddress } from './roomAddress.js';

/**
 * Returns the address of a room that may be framed: over https on `<label>.whereby.com` or an allowed host. A loopback
 * host needs no https, since browsers treat it as secure, and outside production builds it need not be allowed by name.
 * @throws WherebyError `ROOM_MISSING`, `ROOM_INVALID`, `ROOM_HOST_REFUSED`
 */
export function checkRoom(room: unknown, allowedHosts?: readonly string[] | null): RoomAddress {
  const address = requireRoomAddress(room);
  const { protocol, host, hostname, origin, pathname } = address.url;
  const isLocal = isLoopback(hostname);
  const isSecure = protocol === 'https:' || isLocal;
  const isAllowed =
    /^[^.]+\.whereby\.com$/.test(hostname) ||
    allowedHosts?.includes(host) ||
    allowedHosts?.includes(hostname) ||
    (isLocal && isDevelopment());
  if (!isSecure || !isAllowed) throw createError('ROOM_HOST_REFUSED', { origin });
  if (pathname === '/') throw createError('ROOM_INVALID');
  return address;
}
