import { startRecording, stopRecording } from './recordings.js';
import { countPeople } from './sessions.js';
import { startStreaming, stopStreaming } from './streams.js';
import { startTranscription, stopTranscription } from './transcriptions.js';
import type { WorldContext } from './WorldContext.js';
import type { CaptureSettings, Meeting } from './WorldState.js';

/** Starts what is set to start when the first or the second person enters. Later arrivals do not restart what a host has stopped. */
export function startAutomatically(context: WorldContext, meeting: Meeting): void {
  const people = countPeople(context, meeting);
  const isDue = (settings: CaptureSettings | null) =>
    (settings?.startTrigger === 'automatic' && people === 1) ||
    (settings?.startTrigger === 'automatic-2nd-participant' && people === 2);
  if (isDue(meeting.recording) && meeting.recording?.type === 'cloud') startRecording(context, meeting);
  if (isDue(meeting.streaming)) startStreaming(context, meeting);
  if (isDue(meeting.liveTranscription)) startTranscription(context, meeting);
}

export function stopCapture(context: WorldContext, meeting: Meeting): void {
  stopRecording(context, meeting);
  stopStreaming(context, meeting);
  stopTranscription(context, meeting);
}
