/**
 * The sources a Content-Security-Policy lets frame a page; null where it lets everyone. Several policies, in one
 * header or joined by commas, must all agree.
 */
export const readFrameAncestors = (policy: string): readonly (readonly string[])[] | null => {
  const lists = policy.split(',').flatMap((each) => {
    const directive = each
      .split(';')
      .map((text) => text.trim().split(/\s+/))
      .find(([name]) => name?.toLowerCase() === 'frame-ancestors');
    return directive ? [directive.slice(1)] : [];
  });
  return lists.length > 0 ? lists : null;
};

/** Whether one source of `frame-ancestors` takes the origin, as browsers match it. */
export function matchesSource(source: string, origin: URL, self: URL): boolean {
  const text = source.toLowerCase();
  if (text === "'self'") return origin.origin === self.origin;
  if (text === "'none'") return false;
  if (text === '*') return /^https?:$/.test(origin.protocol) || origin.protocol === self.protocol;
  const scheme = /^([a-z][a-z\d+.-]*:)$/.exec(text)?.[1];
  if (scheme) return matchesScheme(scheme, origin);
  const parts = /^(?:([a-z][a-z\d+.-]*:)\/\/)?(\*|(?:\*\.)?[a-z\d.-]+)(?::(\d+|\*))?(?:\/.*)?$/.exec(text);
  if (!parts) return false;
  const [, given, host = '', port] = parts;
  if (!matchesScheme(given ?? self.protocol, origin)) return false;
  if (host.startsWith('*') ? !origin.hostname.endsWith(host.slice(1)) : origin.hostname !== host) return false;
  return port === '*' || portOf(origin) === (port ?? defaultPort(origin.protocol));
}

/** A source that allows http allows https too. */
const matchesScheme = (scheme: string, origin: URL): boolean =>
  scheme === origin.protocol || (scheme === 'http:' && origin.protocol === 'https:');

const defaultPort = (protocol: string): string => (protocol === 'http:' ? '80' : '443');
const portOf = (origin: URL): string => origin.port || defaultPort(origin.protocol);
