import type { MeetingState } from './MeetingState.js';

export type ExitReason = 'left' | 'removed' | 'ended';

/** Why the participant is out of the meeting after a change of the state; undefined if they are in, or were not. */
export function endOfStay(before: MeetingState, { phase, reason }: MeetingState): ExitReason | undefined {
  if (before.phase !== 'joined' || phase === 'joined') return undefined;
  // Every other end is the page's own doing, or the room's page has loaded again.
  return reason === 'removed' || reason === 'ended' ? reason : 'left';
}
