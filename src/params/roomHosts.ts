import { createError } from '../errors/createError.js';
import { isDevelopment } from './isDevelopment.js';
import { isLoopback } from './isLoopback.js';
import { matchesHost } from './matchesHost.js';
import { requireRoomAddress } from './roomAddress.js';
import type { RoomAddress } from './roomAddress.js';

/**
 * Returns the address of a room that may be framed: over https on `<label>.whereby.com` or an allowed host. A loopback
 * host needs no https, since browsers treat it as secure, and outside production builds it need not be allowed by name.
 * @throws WherebyError `ROOM_MISSING`, `ROOM_INVALID`, `ROOM_HOST_REFUSED`
 */
export function checkRoom(room: unknown, allowedHosts?: readonly string[] | string | null): RoomAddress {
  const address = requireRoomAddress(room);
  const { protocol, hostname, origin, pathname } = address.url;
  const refuse = (problem: string, advice: string) => createError('ROOM_HOST_REFUSED', { origin, problem, advice });

  const isLocal = isLoopback(hostname);
  if (protocol !== 'https:' && !isLocal) throw refuse('it is not https', 'It begins with https://');
  const isAllowed =
    [allowedHosts].flat().some((allowed) => allowed && matchesHost(allowed, address.url)) ||
    (isLocal && isDevelopment());
  // On www. and meet. are pages of the service itself.
  if (!isAllowed && !/^(?!www\.|meet\.)[^.]+\.whereby\.com$/.test(hostname))
    throw /(^|\.)whereby\.com\.?$/.test(hostname)
      ? refuse('it names no organisation', 'It has one subdomain, as in https://acme.whereby.com/demo')
      : refuse('its host is not allowed', 'If the host is yours, add it to `allowedHosts`');
  if (pathname === '/') throw createError('ROOM_INVALID');
  return address;
}
