import { addBrackets } from './addBrackets.js';

/**
 * Whether a URL is on a host that was allowed by name: `meet.example.com` on any port, `meet.example.com:8443` on that
 * one, and an origin such as `https://meet.example.com` on exactly that. Both are compared as parsed, so that case, the
 * spelling of international names and a full stop at the end do not count. What cannot be parsed matches nothing.
 */
export function matchesHost(allowed: unknown, { protocol, hostname, host }: URL): boolean {
  const entry = String(allowed).trim();
  const isOrigin = entry.includes('://');
  const name = addBrackets(entry);
  try {
    const url = new URL(isOrigin ? entry : `${protocol}//${name}`);
    const hasPort = isOrigin || /:\d+$/.test(name);
    return (
      url.protocol === protocol &&
      !url.username &&
      (hasPort ? withoutDot(url.host) === withoutDot(host) : withoutDot(url.hostname) === withoutDot(hostname))
    );
  } catch {
    return false;
  }
}

/** A host without the full stop that a name may have at its end: `meet.example.com.:8443` is the same host. */
const withoutDot = (host: string): string => host.replace(/\.(?=:\d+$|$)/, '');
