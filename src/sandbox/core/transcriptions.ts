import { emitTranscription, isActive } from './emitWebhooks.js';
import { getProvider } from './getProvider.js';
import { addMachine, removeMachine } from './machines.js';
import { toIsoTime } from './toIsoTime.js';
import type { WorldContext } from './WorldContext.js';
import type { Meeting, Recording, Transcription } from './WorldState.js';

export function startTranscription(context: WorldContext, meeting: Meeting): boolean {
  if (meeting.transcriptionState !== 'stopped' || !isActive(context, meeting)) return false;
  meeting.transcriptionState = 'starting';
  context.schedule({
    at: context.clock.now() + context.rules.startMs,
    kind: 'start-transcription',
    id: meeting.meetingId,
  });
  context.markChanged(meeting);
  return true;
}

/** The transcription that was asked for begins, unless it was stopped in the meantime. */
export function beginTranscription(context: WorldContext, meeting: Meeting): void {
  if (meeting.transcriptionState !== 'starting') return;
  meeting.transcriptionState = 'started';
  addMachine(context, meeting, 'captioner', 'Captioner');
  const { transcriptionId } = addTranscription(context, meeting, {
    roomSessionId: meeting.sessionId,
    recordingId: null,
    type: 'LIVE_TRANSCRIPTION',
    startedAt: context.clock.now(),
    storageType: getStorageType(getProvider(meeting.liveTranscription)),
  });
  meeting.transcriptionId = transcriptionId;
}

export function stopTranscription(context: WorldContext, meeting: Meeting): boolean {
  if (meeting.transcriptionState === 'stopped') return false;
  meeting.transcriptionState = 'stopped';
  context.markChanged(meeting);
  const transcription = meeting.transcriptionId ? context.state.transcriptions[meeting.transcriptionId] : undefined;
  meeting.transcriptionId = null;
  if (transcription) {
    endTranscription(transcription, context.clock.now());
    removeMachine(context, meeting, 'captioner');
    scheduleFinish(context, transcription);
  }
  return true;
}

/** Transcribes an uploaded recording, the whole of it. */
export function transcribeRecording(context: WorldContext, recording: Recording): Transcription | undefined {
  const meeting = context.state.meetings[recording.meetingId];
  if (!meeting) return undefined;
  const transcription = addTranscription(context, meeting, {
    roomSessionId: recording.roomSessionId,
    recordingId: recording.recordingId,
    type: 'RECORDING_TRANSCRIPTION',
    startedAt: recording.startedAt,
    storageType: getStorageType(recording.provider),
  });
  endTranscription(transcription, recording.endedAt ?? context.clock.now());
  scheduleFinish(context, transcription);
  return transcription;
}

export function finishTranscription(context: WorldContext, transcription: Transcription): void {
  const meeting = context.state.meetings[transcription.meetingId];
  if (!meeting || transcription.state !== 'in_progress') return;
  transcription.state = transcription.outcome.failed ? 'failed' : 'ready';
  emitTranscription(context, meeting, transcription);
  context.markChanged(meeting);
}

const getStorageType = (provider: string) => (provider === 'whereby' ? 'WHEREBY_HOSTED' : 'SELF_HOSTED');

type NewTranscription = Pick<Transcription, 'roomSessionId' | 'recordingId' | 'type' | 'startedAt' | 'storageType'>;

function addTranscription(context: WorldContext, meeting: Meeting, about: NewTranscription): Transcription {
  const transcriptionId = context.ids.uuid();
  const transcription: Transcription = {
    ...about,
    transcriptionId,
    meetingId: meeting.meetingId,
    endedAt: null,
    createdAt: context.clock.now(),
    state: 'in_progress',
    filename: `${meeting.roomName.slice(1)}-${toIsoTime(about.startedAt)}.md`,
    durationInSeconds: 0,
    outcome: { failed: false },
    deletedAt: null,
  };
  context.state.transcriptions[transcriptionId] = transcription;
  emitTranscription(context, meeting, transcription);
  context.markChanged(meeting);
  return transcription;
}

function endTranscription(transcription: Transcription, endedAt: number): void {
  transcription.endedAt = endedAt;
  transcription.durationInSeconds = Math.ceil((endedAt - transcription.startedAt) / 1000);
}

function scheduleFinish(context: WorldContext, { transcriptionId }: Transcription): void {
  context.schedule({
    at: context.clock.now() + context.rules.processMs,
    kind: 'finish-transcription',
    id: transcriptionId,
  });
}
