import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { isLoopback } from '../../params/isLoopback.js';

const parseHostname = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).hostname : undefined);

const isAddress = (hostname: string) => isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;

export interface RequestGuard {
  /** Why a request is refused; undefined if it may use the sandbox. */
  findProblem(headers: Pick<IncomingHttpHeaders, 'origin' | 'host'>): string | undefined;
}

/**
 * Any website can make a browser send requests to this machine or its network, even under a name of its own that leads
 * here (DNS rebinding: https://en.wikipedia.org/wiki/DNS_rebinding). So every request must come
 *
 * 1. under a name that no website can have: one of this machine, of the rooms, of `allowedHosts`; and, if other machines
 *    can reach the sandbox, an IP address or a name without a dot, as services of a container network have;
 * 2. without an `Origin`, as from a program, or from a page of this machine, of the same host or of the rooms.
 */
export function createRequestGuard(options: {
  readonly host: string;
  readonly allowedHosts: readonly string[];
  readonly roomOrigin: () => string;
}): RequestGuard {
  const isOpen = !isLoopback(options.host);
  const isRoomHost = (hostname: string) => {
    const room = parseHostname(options.roomOrigin()) ?? '';
    // If the rooms of one organisation lead here, those of other organisations do too.
    return hostname === room || [hostname, room].every((name) => name.endsWith('.whereby.com'));
  };
  const known = new Set([options.host, ...options.allowedHosts].map((name) => name.toLowerCase()));
  const isOwnName = (hostname: string) =>
    isLoopback(hostname) ||
    known.has(hostname) ||
    isRoomHost(hostname) ||
    (isOpen && (isAddress(hostname) || !hostname.includes('.')));

  return {
    findProblem({ origin, host }) {
      const hostname = parseHostname(`http://${host ?? ''}`);
      if (hostname === undefined || !isOwnName(hostname))
        return `The sandbox does not respond under the name "${host ?? ''}". Start it with \`--allow-host ${hostname ?? '<name>'}\`, or use a name of this machine.`;
      if (origin === undefined) return undefined;
      const from = parseHostname(origin);
      if (from !== undefined && (isLoopback(from) || from === hostname || (isRoomHost(from) && isRoomHost(hostname))))
        return undefined;
      return `Pages of "${origin}" may not use the sandbox: only its own pages and pages of this machine may.`;
    },
  };
}
