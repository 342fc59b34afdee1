import { WherebyError } from '../errors/WherebyError.js';
import { isDevelopment } from './isDevelopment.js';
import { requireAddress } from './roomAddress.js';
import type { RoomAddress } from './roomAddress.js';

/**
 * The address of a room that may be framed: https on `<label>.whereby.com` or an allowed host. Browsers take
 * loopback for secure, so a sandbox there needs no certificate; outside production builds it need not be named.
 * @throws WherebyError `ROOM_MISSING`, `ROOM_INVALID`, `ROOM_HOST_REFUSED`
 */
export function checkRoom(room: unknown, allowedHosts?: readonly string[] | null): RoomAddress {
  const address = requireAddress(room);
  const { protocol, host, hostname, origin, pathname } = address.url;
  const isLoopback = /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (
    (protocol === 'https:' || isLoopback) &&
    (/^[^.]+\.whereby\.com$/.test(hostname) ||
      [host, hostname].some((name) => allowedHosts?.includes(name)) ||
      (isLoopback && isDevelopment()))
  ) {
    if (pathname !== '/') return address;
    throw new WherebyError('ROOM_INVALID', 'room names no room');
  }
  throw new WherebyError('ROOM_HOST_REFUSED', `${origin} is not https://*.whereby.com: name it in allowedHosts`);
}
