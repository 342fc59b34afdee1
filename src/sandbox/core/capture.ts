import type { Role } from '../wire.js';
import type { WorldContext } from './WorldContext.js';
import { toIsoTime } from './WorldContext.js';
import { addStay, endStay } from './stays.js';
import { countPeople } from './sessions.js';
import type { CaptureSettings, Meeting, Person, Recording, Summary, Transcription } from './WorldState.js';
import { isActive, emitRecording, emitTranscription } from './emitWebhooks.js';

/** A cloud recording at the bit rate the service names makes about this much. */
const MEGABYTES_PER_MINUTE = 10;

const machine = (displayName: string, deviceId: string): Person => ({
  self: {
    displayName,
    avatarUrl: null,
    camera: false,
    microphone: false,
    screenshare: false,
    cameraEffect: null,
    handRaised: false,
    group: null,
  },
  externalId: null,
  metadata: null,
  deviceId,
  userAgent: 'sandbox',
  simulated: true,
  dialIn: false,
});

function enterMachine(context: WorldContext, meeting: Meeting, role: Role, name: string): void {
  addStay(context, meeting, role, machine(name, context.ids.uuid()));
}

function leaveMachine(context: WorldContext, meeting: Meeting, role: Role): void {
  const id = meeting.present.find((one) => context.state.stays[one]?.role === role);
  if (id) endStay(context, id);
}

const soon = (context: WorldContext) => context.clock.now() + context.rules.startMs;

const provider = (settings: CaptureSettings | null) =>
  typeof settings?.destination?.provider === 'string' ? settings.destination.provider : 'whereby';

export function startRecording(context: WorldContext, meeting: Meeting): boolean {
  if (meeting.recordingState !== 'stopped' || meeting.recording?.type === 'none' || !isActive(context, meeting))
    return false;
  meeting.recordingState = 'starting';
  context.schedule({ at: soon(context), kind: 'start-recording', id: meeting.meetingId });
  context.touch(meeting);
  return true;
}

export function recordingStarted(context: WorldContext, meeting: Meeting): void {
  if (meeting.recordingState !== 'starting') return;
  meeting.recordingState = 'started';
  context.touch(meeting);
  // A local recording is made in the host's browser: nobody enters and the API never hears of it.
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
    provider: provider(meeting.recording),
    sizeInMegaBytes: 0,
    deletedAt: null,
  };
  meeting.recordingId = recordingId;
  enterMachine(context, meeting, 'recorder', 'Recorder');
}

export function stopRecording(context: WorldContext, meeting: Meeting): boolean {
  if (meeting.recordingState === 'stopped') return false;
  meeting.recordingState = 'stopped';
  context.touch(meeting);
  const recording = meeting.recordingId ? context.state.recordings[meeting.recordingId] : undefined;
  meeting.recordingId = null;
  if (recording) {
    const now = context.clock.now();
    recording.endedAt = now;
    recording.sizeInMegaBytes = Math.ceil(((now - recording.startedAt) / 60_000) * MEGABYTES_PER_MINUTE * 10) / 10;
    leaveMachine(context, meeting, 'recorder');
    context.schedule({ at: now + context.rules.uploadMs, kind: 'upload-recording', id: recording.recordingId });
  }
  return true;
}

export function recordingUploaded(context: WorldContext, recording: Recording): void {
  const meeting = context.state.meetings[recording.meetingId];
  recording.uploaded = true;
  if (meeting) {
    emitRecording(context, meeting, recording);
    context.touch(meeting);
  }
}

const nextStreaming = { requested: 'starting', starting: 'streaming', stopping: 'stopped' } as const;

export function startStreaming(context: WorldContext, meeting: Meeting): boolean {
  if (meeting.streamingState !== 'stopped' || !isActive(context, meeting)) return false;
  setStreaming(context, meeting, 'requested');
  return true;
}

export function stopStreaming(context: WorldContext, meeting: Meeting): boolean {
  if (meeting.streamingState === 'stopped' || meeting.streamingState === 'stopping') return false;
  leaveMachine(context, meeting, 'streamer');
  setStreaming(context, meeting, 'stopping');
  return true;
}

export function setStreaming(context: WorldContext, meeting: Meeting, to: Meeting['streamingState']): void {
  // Stopped while it was still starting: what was to come no longer counts.
  if (meeting.streamingState === 'stopping' && to !== 'stopped') return;
  meeting.streamingState = to;
  if (to === 'streaming') enterMachine(context, meeting, 'streamer', 'Streamer');
  else if (to !== 'stopped')
    context.schedule({ at: soon(context), kind: 'stream', id: meeting.meetingId, to: nextStreaming[to] });
  context.touch(meeting);
}

export function startTranscription(context: WorldContext, meeting: Meeting): boolean {
  if (meeting.transcriptionState !== 'stopped' || !isActive(context, meeting)) return false;
  meeting.transcriptionState = 'starting';
  context.schedule({ at: soon(context), kind: 'start-transcription', id: meeting.meetingId });
  context.touch(meeting);
  return true;
}

export function transcriptionStarted(context: WorldContext, meeting: Meeting): void {
  if (meeting.transcriptionState !== 'starting') return;
  meeting.transcriptionState = 'started';
  enterMachine(context, meeting, 'captioner', 'Captioner');
  const it = addTranscription(context, meeting, {
    roomSessionId: meeting.sessionId,
    recordingId: null,
    type: 'LIVE_TRANSCRIPTION',
    startedAt: context.clock.now(),
    storageType: provider(meeting.liveTranscription) === 'whereby' ? 'WHEREBY_HOSTED' : 'SELF_HOSTED',
  });
  meeting.transcriptionId = it.transcriptionId;
}

export function stopTranscription(context: WorldContext, meeting: Meeting): boolean {
  if (meeting.transcriptionState === 'stopped') return false;
  meeting.transcriptionState = 'stopped';
  context.touch(meeting);
  const it = meeting.transcriptionId ? context.state.transcriptions[meeting.transcriptionId] : undefined;
  meeting.transcriptionId = null;
  if (it) {
    const now = context.clock.now();
    it.endedAt = now;
    it.durationInSeconds = Math.ceil((now - it.startedAt) / 1000);
    leaveMachine(context, meeting, 'captioner');
    context.schedule({ at: now + context.rules.processMs, kind: 'finish-transcription', id: it.transcriptionId });
  }
  return true;
}

/** A recording is transcribed afterwards, for as long as it lasted. */
export function transcribeRecording(context: WorldContext, recording: Recording): Transcription | undefined {
  const meeting = context.state.meetings[recording.meetingId];
  if (!meeting) return undefined;
  const endedAt = recording.endedAt ?? context.clock.now();
  const it = addTranscription(context, meeting, {
    roomSessionId: recording.roomSessionId,
    recordingId: recording.recordingId,
    type: 'RECORDING_TRANSCRIPTION',
    startedAt: recording.startedAt,
    storageType: recording.provider === 'whereby' ? 'WHEREBY_HOSTED' : 'SELF_HOSTED',
  });
  it.endedAt = endedAt;
  it.durationInSeconds = Math.ceil((endedAt - recording.startedAt) / 1000);
  context.schedule({
    at: context.clock.now() + context.rules.processMs,
    kind: 'finish-transcription',
    id: it.transcriptionId,
  });
  return it;
}

type NewTranscription = Pick<Transcription, 'roomSessionId' | 'recordingId' | 'type' | 'startedAt' | 'storageType'>;

function addTranscription(context: WorldContext, meeting: Meeting, about: NewTranscription): Transcription {
  const transcriptionId = context.ids.uuid();
  const it: Transcription = {
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
  context.state.transcriptions[transcriptionId] = it;
  emitTranscription(context, meeting, it);
  context.touch(meeting);
  return it;
}

export function transcriptionFinished(context: WorldContext, it: Transcription): void {
  const meeting = context.state.meetings[it.meetingId];
  if (!meeting || it.state !== 'in_progress') return;
  it.state = it.outcome.failed ? 'failed' : 'ready';
  emitTranscription(context, meeting, it);
  context.touch(meeting);
}

export function summarize(context: WorldContext, transcription: Transcription, template: string): Summary {
  const now = context.clock.now();
  const summary: Summary = {
    summaryId: context.ids.uuid(),
    transcriptionId: transcription.transcriptionId,
    template,
    createdAt: now,
    modifiedAt: now,
    state: 'in_progress',
    deletedAt: null,
  };
  context.state.summaries[summary.summaryId] = summary;
  context.schedule({ at: now + context.rules.processMs, kind: 'finish-summary', id: summary.summaryId });
  return summary;
}

export function summaryFinished(context: WorldContext, summary: Summary): void {
  summary.state = 'ready';
  summary.modifiedAt = context.clock.now();
}

/** What starts by itself when the first or the second person enters; later arrivals start nothing a host has stopped. */
export function startAutomatically(context: WorldContext, meeting: Meeting): void {
  const people = countPeople(context, meeting);
  const due = (settings: CaptureSettings | null) =>
    (settings?.startTrigger === 'automatic' && people === 1) ||
    (settings?.startTrigger === 'automatic-2nd-participant' && people === 2);
  if (due(meeting.recording) && meeting.recording?.type === 'cloud') startRecording(context, meeting);
  if (due(meeting.streaming)) startStreaming(context, meeting);
  if (due(meeting.liveTranscription)) startTranscription(context, meeting);
}

export function stopCapture(context: WorldContext, meeting: Meeting): void {
  stopRecording(context, meeting);
  stopStreaming(context, meeting);
  stopTranscription(context, meeting);
}
