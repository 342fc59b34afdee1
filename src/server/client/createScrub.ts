/** Replaces every secret in a text by `[hidden]`. */
export type Scrub = (text: string) => string;

export const hidden = '[hidden]';

/**
 * Creates a function that hides the given secrets, whatever follows `roomKey=` or `Bearer`, and everything that looks
 * like a JWT, which API keys and room keys are.
 */
export function createScrub(secrets: readonly string[]): Scrub {
  // A secret of less than four characters would hide half of every sentence.
  const spellings = secrets.filter(({ length }) => length > 3).flatMap(findSpellings);
  // Longest first, so that no rest of a secret remains if it contains another one.
  const literals = [...new Set(spellings)].sort((one, other) => other.length - one.length);
  return (text) =>
    literals
      .reduce((rest, secret) => rest.replaceAll(secret, hidden), text)
      .replace(/(roomKey(?:=|%(?:25)*3D|\\u003d|["']?\s*:\s*["']?))[^&\s"'<>#\\]+/gi, `$1${hidden}`)
      .replace(/\b(Bearer\s+)[^\s"',]+/gi, `$1${hidden}`)
      .replace(/\beyJ[\w-]{4,}(?:\.[\w-]*)*/g, hidden);
}

/** A secret as it is, in a URL, and in JSON. */
const findSpellings = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret.toWellFormed()),
  JSON.stringify(secret).slice(1, -1),
];
