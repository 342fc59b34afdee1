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

/** The frame's `allow` attribute. Where `cameraAccess` is off, there is no camera in it. */
export const allowFor = (changes?: AllowChanges | null, url = ''): string =>
  [...new Set([...features.split('; '), ...(changes?.add ?? [])])]
    .filter((name) => !changes?.remove?.includes(name) && (name !== 'camera' || !/[?&]cameraAccess=off\b/.test(url)))
    .join('; ');
