import type { WebhookEventType } from '../../server/webhooks/events.js';
import { getShownName } from './getShownName.js';
import { isMachine } from './roles.js';
import { toIsoTime } from './toIsoTime.js';
import type { WorldContext } from './WorldContext.js';
import type { Meeting, Person, Recording, Stay, Transcription } from './WorldState.js';

interface ActivityContext {
  readonly clock: { now(): number };
  readonly rules: Pick<WorldContext['rules'], 'deactivateAfterMs'>;
}

/** Whether the room still has hosts and makes events, minutes and recordings: until an hour after the meeting's end. */
export const isActive = ({ clock, rules }: ActivityContext, meeting: Pick<Meeting, 'endDate'>): boolean =>
  clock.now() < meeting.endDate + rules.deactivateAfterMs;

function emit(
  context: WorldContext,
  meeting: Meeting,
  type: WebhookEventType,
  data: Readonly<Record<string, unknown>>,
): void {
  if (!isActive(context, meeting)) return;
  context.emit({
    type: 'webhook',
    event: { id: context.ids.event(), apiVersion: '1.0', createdAt: toIsoTime(context.clock.now()), type, data },
  });
}

const hasNewestFields = ({ rules }: WorldContext) => rules.webhookFields === 'newest';

function describeRoom(context: WorldContext, meeting: Meeting) {
  return {
    meetingId: meeting.meetingId,
    roomName: meeting.roomName,
    ...(hasNewestFields(context) ? { roomSessionId: meeting.sessionId, subdomain: context.subdomain } : {}),
  };
}

const describePerson = ({ rules }: WorldContext, participantId: string, { self, metadata, externalId }: Person) => ({
  displayName: getShownName(rules, self.displayName),
  participantId,
  metadata,
  externalId,
});

function countParticipants(context: WorldContext, meeting: Meeting, stay: Stay) {
  const byRole: Record<string, number> = {};
  let all = 0;
  for (const id of meeting.present) {
    const role = context.state.stays[id]?.role;
    if (!role || (isMachine(role) && !context.rules.countMachines)) continue;
    byRole[role] = (byRole[role] ?? 0) + 1;
    all += 1;
  }
  return {
    roleName: stay.role,
    numClients: all,
    numClientsByRoleName: byRole,
    ...(hasNewestFields(context) ? { isDialIn: stay.dialIn } : {}),
  };
}

export function emitPresence(context: WorldContext, meeting: Meeting, stay: Stay, change: 'joined' | 'left'): void {
  emit(context, meeting, `room.client.${change}`, {
    ...describeRoom(context, meeting),
    ...describePerson(context, stay.participantId, stay),
    ...countParticipants(context, meeting, stay),
  });
}

export function emitKnock(
  context: WorldContext,
  meeting: Meeting,
  knock: { readonly participantId: string; readonly person: Person },
  change: 'knocked' | 'knockCancelled',
): void {
  emit(context, meeting, `room.client.${change}`, {
    ...describeRoom(context, meeting),
    ...describePerson(context, knock.participantId, knock.person),
  });
}

export function emitRoomEvent(
  context: WorldContext,
  meeting: Meeting,
  type: 'room.session.started' | 'room.session.ended' | 'assistant.requested',
): void {
  emit(context, meeting, type, describeRoom(context, meeting));
}

export function emitTranscription(context: WorldContext, meeting: Meeting, transcription: Transcription): void {
  const { state, outcome, recordingId } = transcription;
  const about = {
    roomName: meeting.roomName,
    roomSessionId: transcription.roomSessionId,
    transcriptionId: transcription.transcriptionId,
    type: transcription.type,
    status: state,
  };
  switch (state) {
    case 'in_progress':
      return emit(context, meeting, 'transcription.started', about);
    case 'ready':
      return emit(context, meeting, 'transcription.finished', {
        ...about,
        filename: transcription.filename,
        storageType: transcription.storageType,
        durationInSeconds: transcription.durationInSeconds,
        ...(recordingId ? { recordingId } : {}),
      });
    case 'failed':
      return emit(context, meeting, 'transcription.failed', {
        ...about,
        ...(outcome.failed ? { error: outcome.error } : {}),
      });
  }
}

export function emitRecording(context: WorldContext, meeting: Meeting, recording: Recording): void {
  emit(context, meeting, 'recording.finished', {
    roomName: meeting.roomName,
    filename: recording.filename,
    recordingId: recording.recordingId,
    status: 'completed',
  });
}
