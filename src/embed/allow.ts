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

/** The name of a feature in a list entry, which may have an allowlist after it: `camera *`. */
const readFeature = (entry: string): string => entry.trim().split(/\s/, 1)[0] ?? '';

/**
 * The `allow` attribute of a frame.
 *
 * @param withheld the features that the parameters of the room URL switch off: see `readWithheldPermissions`
 */
export function allowFor(changes: AllowChanges | null | undefined, withheld: readonly string[]): string {
  const removed = [...(changes?.remove ?? []), ...withheld];
  return [...new Set([...features.split('; '), ...(changes?.add ?? [])])]
    .filter((entry) => !removed.includes(readFeature(entry)))
    .join('; ');
}
