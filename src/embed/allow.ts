import { readWithheldPermissions } from '../params/readWithheldPermissions.js';

export interface AllowChanges {
  /** Permissions-Policy features to give the frame besides the default ones. */
  readonly add?: readonly string[] | undefined;
  /** Features of the default list to keep from it. */
  readonly remove?: readonly string[] | undefined;
}

/**
 * What a meeting needs and browsers know. Not `speaker` or `media-capture`: no browser knows them, and
 * Chromium warns about each.
 */
const features =
  'camera; microphone; display-capture; fullscreen; autoplay; speaker-selection; screen-wake-lock; compute-pressure; picture-in-picture';

/** The `allow` attribute of a frame that shows this room URL. Its parameters may withhold a feature. */
export function allowFor(changes: AllowChanges | null | undefined, url: string): string {
  const removed = [...(changes?.remove ?? []), ...readWithheldPermissions(url)];
  return [...new Set([...features.split('; '), ...(changes?.add ?? [])])]
    .filter((name) => !removed.includes(name))
    .join('; ');
}
