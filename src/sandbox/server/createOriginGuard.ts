import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../../params/isLoopback.js';

const parseHostname = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).hostname : undefined);

export interface OriginGuard {
  /**
   * Whether a page at this origin may use the sandbox: its own pages and pages of this machine may. Requests without
   * an origin come from programs, which could do anything anyway.
   */
  isAllowed(origin: string | undefined, host: string | undefined): boolean;
  /** The same for the request that opens a socket. */
  isRequestAllowed(request: IncomingMessage): boolean;
}

/**
 * Any website can make a browser send requests to this machine, even under a name of its own that leads here (DNS
 * rebinding). So only the sandbox's own pages may change it, and only under names that are known to be its own.
 */
export function createOriginGuard(options: { readonly host: string; readonly roomOrigin: () => string }): OriginGuard {
  const isRoomHost = (hostname: string) => {
    const room = parseHostname(options.roomOrigin()) ?? '';
    // If the rooms of one organisation lead here, those of other organisations do too.
    return hostname === room || [hostname, room].every((name) => name.endsWith('.whereby.com'));
  };
  const isOwnName = (hostname: string | undefined) =>
    hostname !== undefined && (!isLoopback(options.host) || isLoopback(hostname) || isRoomHost(hostname));
  const isAllowed: OriginGuard['isAllowed'] = (origin, host) => {
    const hostname = parseHostname(`http://${host ?? ''}`);
    if (!isOwnName(hostname)) return false;
    if (origin === undefined) return true;
    const from = parseHostname(origin);
    return from !== undefined && (isLoopback(from) || from === hostname);
  };
  return { isAllowed, isRequestAllowed: ({ headers }) => isAllowed(headers.origin, headers.host) };
}
