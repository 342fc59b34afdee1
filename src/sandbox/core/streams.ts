import { isActive } from './emitWebhooks.js';
import { addMachine, removeMachine } from './machines.js';
import type { WorldContext } from './WorldContext.js';
import type { Meeting } from './WorldState.js';

/** What follows on its own, after the time that a start takes. */
const nextStage = { requested: 'starting', starting: 'streaming', stopping: 'stopped' } as const;

export function startStreaming(context: WorldContext, meeting: Meeting): boolean {
  if (meeting.streamingState !== 'stopped' || !isActive(context, meeting)) return false;
  setStreaming(context, meeting, 'requested');
  return true;
}

export function stopStreaming(context: WorldContext, meeting: Meeting): boolean {
  if (meeting.streamingState === 'stopped' || meeting.streamingState === 'stopping') return false;
  removeMachine(context, meeting, 'streamer');
  setStreaming(context, meeting, 'stopping');
  return true;
}

export function setStreaming(context: WorldContext, meeting: Meeting, stage: Meeting['streamingState']): void {
  // Stopped while it was still starting: the scheduled stages of the start no longer count.
  if (meeting.streamingState === 'stopping' && stage !== 'stopped') return;
  meeting.streamingState = stage;
  if (stage === 'streaming') addMachine(context, meeting, 'streamer', 'Streamer');
  else if (stage !== 'stopped')
    context.schedule({
      at: context.clock.now() + context.rules.startMs,
      kind: 'stream',
      id: meeting.meetingId,
      to: nextStage[stage],
    });
  context.markChanged(meeting);
}
