/** Whether a source of `frame-ancestors` matches an origin (https://www.w3.org/TR/CSP3/#match-url-to-source-expression). */
export function matchesSource(source: string, origin: URL, framed: URL): boolean {
  const text = source.toLowerCase();
  if (text === "'self'") return origin.origin === framed.origin;
  if (text === "'none'") return false;
  if (text === '*') return /^https?:$/.test(origin.protocol) || origin.protocol === framed.protocol;
  const scheme = /^([a-z][a-z\d+.-]*:)$/.exec(text)?.[1];
  if (scheme) return matchesScheme(scheme, origin);
  const parts = /^(?:([a-z][a-z\d+.-]*:)\/\/)?(\*|(?:\*\.)?[a-z\d.-]+)(?::(\d+|\*))?(?:\/.*)?$/.exec(text);
  if (!parts) return false;
  const [, given, host = '', port] = parts;
  if (!matchesScheme(given ?? framed.protocol, origin)) return false;
  if (host.startsWith('*') ? !origin.hostname.endsWith(host.slice(1)) : origin.hostname !== host) return false;
  return port === '*' || findPort(origin) === (port ?? findDefaultPort(origin.protocol));
}

/** A source with http also matches https. */
const matchesScheme = (scheme: string, origin: URL): boolean =>
  scheme === origin.protocol || (scheme === 'http:' && origin.protocol === 'https:');

const findDefaultPort = (protocol: string): string => (protocol === 'http:' ? '80' : '443');
const findPort = (origin: URL): string => origin.port || findDefaultPort(origin.protocol);
