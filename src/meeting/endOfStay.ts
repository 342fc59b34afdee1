import type { MeetingState } from './MeetingState.js';

/** `reloaded`: the room's page loads again, by `reload()` or by itself, so the same participant may be back in a moment. */
export type ExitReason = 'left' | 'removed' | 'ended' | 'reloaded';

/** Why the participant is out of the meeting after a change of the state; undefined if they are in, or were not. */
export function endOfStay(before: MeetingState, { phase, reason }: MeetingState): ExitReason | undefined {
  if (before.phase !== 'joined' || phase === 'joined') return undefined;
  // No error ends a running call, so its code is no reason here.
  return (reason as ExitReason | undefined) ?? 'reloaded';
}
