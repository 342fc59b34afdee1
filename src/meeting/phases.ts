import type { MeetingPhase } from './MeetingState.js';

/** The room's page has shown that it works: it has reported something. */
export const hasLoaded = (phase: MeetingPhase): boolean =>
  phase !== 'idle' && phase !== 'loading' && phase !== 'failed';

/** There is no meeting any more, or there could not be one. */
export const isOver = (phase: MeetingPhase): boolean => phase === 'left' || phase === 'ended' || phase === 'failed';
