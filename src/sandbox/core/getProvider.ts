import type { CaptureSettings } from './WorldState.js';

/** Who stores what is recorded or transcribed. */
export const getProvider = (settings: CaptureSettings | null): string =>
  typeof settings?.destination?.provider === 'string' ? settings.destination.provider : 'whereby';
