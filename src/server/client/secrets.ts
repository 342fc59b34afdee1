/** Takes every secret out of a text. */
export type Scrub = (text: string) => string;

const hidden = '[hidden]';
const secretName = /key|secret|token|authorization|password|hostRoomUrl|viewerRoomUrl|accessLink/i;

/**
 * Blots out the given secrets, whatever follows `roomKey=` or `Bearer`, and anything that looks like a JWT (API keys
 * and room keys both do).
 */
export function createScrub(secrets: readonly string[]): Scrub {
  const literals = [
    // Below four characters it is no secret, and would blot out half of every sentence.
    ...new Set(
      secrets.filter((secret) => secret.length > 3).flatMap((s) => [s, encoded(s), JSON.stringify(s).slice(1, -1)]),
    ),
  ].sort((a, b) => b.length - a.length);
  return (text) =>
    literals
      .reduce((rest, secret) => rest.replaceAll(secret, hidden), text)
      .replace(/(roomKey(?:=|%(?:25)*3D|\\u003d|["']?\s*:\s*["']?))[^&\s"'<>#\\]+/gi, `$1${hidden}`)
      .replace(/\b(Bearer\s+)[^\s"',]+/gi, `$1${hidden}`)
      .replace(/\beyJ[\w-]{4,}(?:\.[\w-]*)*/g, hidden);
}

/** The secrets a body carries: keys to buckets and the address of a stream, which holds the stream's key. */
export function secretsOf(value: unknown, name = ''): string[] {
  if (typeof value === 'string') {
    if (/secret|accessKeyId|password|token/i.test(name)) return [value];
    return /^rtmps?:/i.test(value) ? [value, value.slice(value.lastIndexOf('/') + 1)] : [];
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, part]) => secretsOf(part, key));
}

/** What may be shown of an answer: JSON where it is JSON, without secrets, cut to 2,000 characters. */
export function safeBody(text: string, scrub: Scrub): unknown {
  if (!text) return null;
  let value: unknown;
  try {
    value = blot(JSON.parse(text), scrub, 0);
  } catch {
    return cut(scrub(text));
  }
  const shown = JSON.stringify(value);
  return shown.length > 2_000 ? cut(shown) : value;
}

export const cut = (text: string, length = 2_000): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;

function blot(value: unknown, scrub: Scrub, depth: number): unknown {
  if (typeof value === 'string') return scrub(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 8) return '[…]';
  if (Array.isArray(value)) return value.map((part) => blot(part, scrub, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      scrub(name),
      typeof part === 'string' && secretName.test(name) ? hidden : blot(part, scrub, depth + 1),
    ]),
  );
}

const encoded = (text: string): string => {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
};
