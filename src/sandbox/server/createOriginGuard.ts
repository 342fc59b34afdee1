import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../../params/isLoopback.js';

const hostnameOf = (address: string): string | undefined => {
  try {
    return new URL(address).hostname;
  } catch {
    return undefined;
  }
};

export interface OriginGuard {
  /**
   * Whether a page at this origin may touch the sandbox: its own, or one of this machine's. Requests without
   * an origin come from programs, which could do as they like anyway.
   */
  mayCome(origin: string | undefined, host: string | undefined): boolean;
  /** The same for a socket. */
  isOwnPage(request: IncomingMessage): boolean;
}

/**
 * Any website can make a browser send requests to this machine, also under a name of its own that leads here.
 * So what changes the sandbox is taken only from its own pages, and only under names known to be its own.
 */
export function createOriginGuard(options: { readonly host: string; readonly roomOrigin: () => string }): OriginGuard {
  const isRoomHost = (hostname: string) => {
    const room = hostnameOf(options.roomOrigin()) ?? '';
    // Where one organisation's rooms are led here, others' are as well.
    return hostname === room || [hostname, room].every((name) => name.endsWith('.whereby.com'));
  };
  const isOwnName = (hostname: string | undefined) =>
    hostname !== undefined && (!isLoopback(options.host) || isLoopback(hostname) || isRoomHost(hostname));
  const mayCome: OriginGuard['mayCome'] = (origin, host) => {
    const hostname = hostnameOf(`http://${host ?? ''}`);
    if (!isOwnName(hostname)) return false;
    if (origin === undefined) return true;
    const from = hostnameOf(origin);
    return from !== undefined && (isLoopback(from) || from === hostname);
  };
  return { mayCome, isOwnPage: ({ headers }) => mayCome(headers.origin, headers.host) };
}
