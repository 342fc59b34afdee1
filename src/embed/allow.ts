export interface AllowChanges {
  /** Permissions-Policy features to give the frame besides the default ones, such as `clipboard-write`. */
  readonly add?: readonly string[] | undefined;
  /** Features of the default list that the frame does not get. */
  readonly remove?: readonly string[] | undefined;
}

/**
 * What a meeting needs and browsers know. Not `speaker` or `media-capture`: no browser knows them, and
 * Chromium warns about each.
 */
const features =
  'camera; microphone; display-capture; fullscreen; autoplay; speaker-selection; screen-wake-lock; compute-pressure; picture-in-picture';

/**
 * The directives in what an app gives. One text may hold several, as the attribute itself does: `camera *; fullscreen`.
 * Browsers take a comma for a semicolon.
 */
const readDirectives = (entries: readonly string[] | string | null | undefined): string[] =>
  [entries ?? []]
    .flat()
    .flatMap((entry) => String(entry).split(/[;,]/))
    .map((directive) => directive.trim())
    .filter(Boolean);

/** The feature of a directive, which may have an allowlist after it: `camera *`. */
const readFeature = (directive: string): string => directive.toLowerCase().split(/[\s=]/, 1)[0] ?? '';

/**
 * The `allow` attribute of a frame.
 *
 * @param withheld the features that the parameters of the room URL switch off: see `readWithheldPermissions`
 */
export function allowFor(changes: AllowChanges | null | undefined, withheld: readonly string[]): string {
  const removed = [...readDirectives(changes?.remove), ...withheld].map(readFeature);
  return [...new Set([...readDirectives(features), ...readDirectives(changes?.add)])]
    .filter((directive) => !removed.includes(readFeature(directive)))
    .join('; ');
}
