import { initialState } from './initialState.js';
import type { MeetingState } from './MeetingState.js';
import { isOver } from './phases.js';

/** What changes of a state when its frame is taken away; a meeting that is over stays as it ended. */
export function stateAfterDetach({ phase, error }: MeetingState): Partial<MeetingState> | undefined {
  if (isOver(phase)) return undefined;
  const left = phase === 'joined' ? ({ phase: 'left', reason: 'left' } as const) : undefined;
  return { ...initialState, error, ...left };
}
