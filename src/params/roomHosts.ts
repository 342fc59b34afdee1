import { WherebyError } from '../errors.js';
import { readRoomAddress } from './roomAddress.js';
import type { RoomAddress } from './roomAddress.js';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** Browsers take loopback for secure, so a sandbox there needs no certificate. Not in production builds. */
const isLoopback = (hostname: string): boolean => /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);

const isDevelopment = (): boolean => {
  try {
    return process.env.NODE_ENV !== 'production';
  } catch {
    return false;
  }
};

/**
 * The address of a room that may be framed.
 * @throws WherebyError `ROOM_MISSING`, `ROOM_INVALID` or `ROOM_HOST_REFUSED`
 */
export function checkRoom(room: unknown, allowedHosts: readonly string[] = []): RoomAddress {
  if (!room)
    throw new WherebyError('ROOM_MISSING', 'room is missing. Pass the roomUrl or hostRoomUrl of your meeting.');
  const address = readRoomAddress(room);
  if (!address || address.url.pathname === '/')
    throw new WherebyError(
      'ROOM_INVALID',
      'room must be a whole room address such as https://acme.whereby.com/demo. Pass the roomUrl or hostRoomUrl of your meeting.',
    );
  const { protocol, host, hostname } = address.url;
  const local = isLoopback(hostname);
  if (
    (protocol === 'https:' || local) &&
    (/^[^.]+\.whereby\.com$/.test(hostname) ||
      allowedHosts.includes(host) ||
      allowedHosts.includes(hostname) ||
      (local && isDevelopment()))
  )
    return address;
  throw new WherebyError(
    'ROOM_HOST_REFUSED',
    `${protocol}//${host} may not be framed: the frame is given camera and microphone. Use https://<subdomain>.whereby.com, or name the host in allowedHosts.`,
  );
}
