import { createServerError } from '../../errors/createServerError.js';
import { checkRoom } from '../../params/roomHosts.js';
import { attempt } from './attempt.js';
import type { Failure, Reply } from './attempt.js';
import { matchesSource } from './matchesSource.js';
import { readFrameAncestors } from './readFrameAncestors.js';
import { readTimeLimit } from './readTimeLimit.js';

export interface AllowedDomainsOptions {
  /** Used instead of the runtime's `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. Default 10,000; 0 and `Infinity` mean no limit. */
  readonly timeout?: number | undefined;
}

/** Which pages may frame the account's rooms. */
export interface AllowedDomains {
  /** Origin of the rooms: `https://acme.whereby.com`. */
  readonly origin: string;
  /** As in the header, such as `https://*.acme.com`; null if every page may frame them. */
  readonly sources: readonly string[] | null;
  /** Whether a page of this origin or address may frame the rooms. */
  allows(page: string): boolean;
}

/**
 * Reads an account's allowed domains from the `frame-ancestors` of its room host. Needs no key.
 * @param room the label before `.whereby.com`, or any room address of the account
 * @throws WherebyError `ALLOWED_DOMAINS_UNREADABLE` or `CLIENT_OPTION_INVALID`, or the signal's reason
 */
export async function fetchAllowedDomains(room: string, options: AllowedDomainsOptions = {}): Promise<AllowedDomains> {
  const { signal, fetch = globalThis.fetch, timeout: wantedTimeout = 10_000 } = options;
  const timeout = readTimeLimit('timeout', wantedTimeout);
  const address = readAddress(room);
  // Not followed: the target of a redirect has the policy of another site.
  const reply = await attempt(fetch, address.href, { redirect: 'manual' }, timeout, signal);
  const problem = describeProblem(reply, timeout);
  if (!('status' in reply) || problem) throw unreadable(`${address.origin} ${problem}`);
  const lists = readFrameAncestors(reply.headers.get('content-security-policy') ?? '');
  return {
    origin: address.origin,
    sources: lists && [...new Set(lists.flat())],
    allows: (page) => {
      const origin = URL.canParse(page) ? new URL(page) : undefined;
      if (!origin) return false;
      return lists === null || lists.every((list) => list.some((source) => matchesSource(source, origin, address)));
    },
  };
}

function describeProblem(outcome: Reply | Failure, timeout: number): string | undefined {
  if ('status' in outcome) return outcome.status >= 500 ? `returned ${outcome.status}` : undefined;
  return outcome.kind === 'timeout' ? `did not respond within ${timeout} ms` : 'could not be reached';
}

/** A page of the room host, without the query: it may contain a `roomKey`, which is not needed here. */
function readAddress(room: unknown): URL {
  if (typeof room === 'string' && /^[a-z\d]([a-z\d-]*[a-z\d])?$/i.test(room))
    return new URL(`https://${room}.whereby.com/`);
  if (typeof room === 'string' && URL.canParse(room)) {
    const { origin, pathname } = new URL(room);
    try {
      // `checkRoom` requires a room's name, which does not matter here.
      checkRoom(`${origin}/any`);
      return new URL(pathname, origin);
    } catch {
      // Reported below: this error would name the wrong option.
    }
  }
  throw unreadable('the argument is neither a subdomain nor a room URL');
}

const unreadable = (problem: string) => createServerError('ALLOWED_DOMAINS_UNREADABLE', { problem });
