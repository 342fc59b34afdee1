import { initialState } from './initialState.js';
import type { MeetingState } from './MeetingState.js';

/** What changes of a state when its frame is taken away. */
export const stateAfterDetach = ({ phase, error }: MeetingState): Partial<MeetingState> | false =>
  !/left|ended|failed/.test(phase) && {
    ...initialState,
    error,
    ...(phase === 'joined' && { phase: 'left', reason: 'left' }),
  };
