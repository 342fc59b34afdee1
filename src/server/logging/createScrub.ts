/** Replaces every secret in a text by `[hidden]`. */
export type Scrub = (text: string) => string;

export const hidden = '[hidden]';

/**
 * Creates a function that hides the given secrets, whatever follows `roomKey=` or `Bearer`, and everything that looks
 * like a JWT, which API keys and room keys are.
 */
export function createScrub(secrets: readonly string[]): Scrub {
  // Inside of words a secret of less than four characters would hide half of every sentence.
  const long = secrets.filter(({ length }) => length > 3);
  const short = secrets.filter(({ length }) => length > 1 && length < 4);
  const spellings = long.flatMap(findSpellings);
  // Longest first, so that no rest of a secret remains if it contains another one.
  const literals = [...new Set(spellings)].sort((one, other) => other.length - one.length);
  const words =
    short.length > 0
      ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${short.map(escape).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
      : undefined;
  return (text) =>
    literals
      .reduce((rest, secret) => rest.replaceAll(secret, hidden), words ? text.replace(words, hidden) : text)
      .replace(/(roomKey(?:=|%(?:25)*3D|\\u003d|["']?\s*:\s*["']?))[^&\s"'<>#\\]+/gi, `$1${hidden}`)
      .replace(/\b(Bearer\s+)[^\s"',]+/gi, `$1${hidden}`)
      .replace(/\beyJ[\w-]{4,}(?:\.[\w-]*)*/g, hidden);
}

/** A text as a regular expression for exactly that text. */
const escape = (text: string) => text.toWellFormed().replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A secret as it is, in a URL, and in JSON. */
const findSpellings = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret.toWellFormed()),
  JSON.stringify(secret).slice(1, -1),
];
