import { createServerError } from '../../errors/createServerError.js';
import { checkRoom } from '../../params/roomHosts.js';
import { attempt } from './attempt.js';
import { matchesSource, readFrameAncestors } from './frameAncestors.js';

export interface AllowedDomainsOptions {
  /** Used instead of the runtime's own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. Default 10,000. */
  readonly timeout?: number | undefined;
}

/** Which pages may frame the account's rooms. */
export interface AllowedDomains {
  /** The room host that was asked. */
  readonly origin: string;
  /** As the header writes them, such as `https://*.acme.com`; null where every page may. */
  readonly sources: readonly string[] | null;
  /** Whether a page of this origin (or address) may frame the rooms. */
  allows(page: string): boolean;
}

/**
 * Reads the allowed domains of an account from the `frame-ancestors` its room host answers. Needs no key.
 * @param room the label before `.whereby.com`, or any room address of the account
 * @throws WherebyError `ALLOWED_DOMAINS_UNREADABLE`, or the signal's reason
 */
export async function fetchAllowedDomains(room: string, options: AllowedDomainsOptions = {}): Promise<AllowedDomains> {
  const { signal, timeout = 10_000, fetch = globalThis.fetch } = options;
  const self = readAddress(room);
  // A redirect's own header counts: following it would read the policy of another site.
  const reply = await attempt(fetch, self.href, { redirect: 'manual' }, timeout, signal);
  if (!('status' in reply) || reply.status >= 500)
    throw unreadable(
      `${self.origin} ${'status' in reply ? `returned ${reply.status}` : reply.kind === 'timeout' ? `did not respond within ${timeout} ms` : 'could not be reached'}`,
    );
  const lists = readFrameAncestors(reply.headers.get('content-security-policy') ?? '');
  return {
    origin: self.origin,
    sources: lists && [...new Set(lists.flat())],
    allows: (page) => {
      const origin = URL.canParse(page) ? new URL(page) : undefined;
      if (!origin) return false;
      return lists === null || lists.every((list) => list.some((source) => matchesSource(source, origin, self)));
    },
  };
}

/** A page of the room host, without the query: a `roomKey` is not needed here. */
function readAddress(room: unknown): URL {
  if (typeof room === 'string' && /^[a-z\d]([a-z\d-]*[a-z\d])?$/i.test(room))
    return new URL(`https://${room}.whereby.com/`);
  if (typeof room === 'string' && URL.canParse(room)) {
    const { origin, pathname } = new URL(room);
    try {
      // The check wants a room to be named, which does not matter here.
      checkRoom(`${origin}/any`);
      return new URL(pathname, origin);
    } catch {
      // Reported below.
    }
  }
  throw unreadable('the argument is neither a subdomain nor a room URL');
}

const unreadable = (problem: string) => createServerError('ALLOWED_DOMAINS_UNREADABLE', { problem });
