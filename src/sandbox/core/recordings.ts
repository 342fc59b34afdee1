import { emitRecording, isActive } from './emitWebhooks.js';
import { getProvider } from './getProvider.js';
import { addMachine, removeMachine } from './machines.js';
import { toIsoTime } from './toIsoTime.js';
import type { WorldContext } from './WorldContext.js';
import type { Meeting, Recording } from './WorldState.js';

/** A cloud recording at the bitrate that the service names makes about this much. */
const MEGABYTES_PER_MINUTE = 10;

export function startRecording(context: WorldContext, meeting: Meeting): boolean {
  if (meeting.recordingState !== 'stopped' || meeting.recording?.type === 'none' || !isActive(context, meeting))
    return false;
  meeting.recordingState = 'starting';
  context.schedule({
    at: context.clock.now() + context.rules.startMs,
    kind: 'start-recording',
    id: meeting.meetingId,
  });
  context.markChanged(meeting);
  return true;
}

/** The recording that was asked for begins, unless it was stopped in the meantime. */
export function beginRecording(context: WorldContext, meeting: Meeting): void {
  if (meeting.recordingState !== 'starting') return;
  meeting.recordingState = 'started';
  context.markChanged(meeting);
  // A local recording is made in the host's browser: no machine joins and the API does not know of it.
  if (meeting.recording?.type === 'local') return;
  const { ids, clock, state } = context;
  const recordingId = ids.uuid();
  const format = meeting.recording?.destination?.fileFormat === 'mkv' ? 'mkv' : 'mp4';
  state.recordings[recordingId] = {
    recordingId,
    meetingId: meeting.meetingId,
    roomSessionId: meeting.sessionId,
    filename: `${meeting.roomName.slice(1)}-${toIsoTime(clock.now())}.${format}`,
    startedAt: clock.now(),
    endedAt: null,
    uploaded: false,
    provider: getProvider(meeting.recording),
    sizeInMegaBytes: 0,
    deletedAt: null,
  };
  meeting.recordingId = recordingId;
  addMachine(context, meeting, 'recorder', 'Recorder');
}

export function stopRecording(context: WorldContext, meeting: Meeting): boolean {
  if (meeting.recordingState === 'stopped') return false;
  meeting.recordingState = 'stopped';
  context.markChanged(meeting);
  const recording = meeting.recordingId ? context.state.recordings[meeting.recordingId] : undefined;
  meeting.recordingId = null;
  if (recording) {
    const now = context.clock.now();
    recording.endedAt = now;
    recording.sizeInMegaBytes = Math.ceil(((now - recording.startedAt) / 60_000) * MEGABYTES_PER_MINUTE * 10) / 10;
    removeMachine(context, meeting, 'recorder');
    context.schedule({ at: now + context.rules.uploadMs, kind: 'upload-recording', id: recording.recordingId });
  }
  return true;
}

export function finishUpload(context: WorldContext, recording: Recording): void {
  const meeting = context.state.meetings[recording.meetingId];
  recording.uploaded = true;
  if (meeting) {
    emitRecording(context, meeting, recording);
    context.markChanged(meeting);
  }
}
