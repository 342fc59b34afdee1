import { blank } from './blank.js';
import type { MeetingState } from './MeetingState.js';

/** What changes of a state when its frame is taken away. */
export const goneFrom = ({ phase, error }: MeetingState): Partial<MeetingState> | false =>
  !/left|ended|failed/.test(phase) && {
    ...blank,
    error,
    ...(phase === 'joined' && { phase: 'left', reason: 'left' }),
  };
