import type { WebhookEventType } from '../../server/webhooks/events.js';
import { toIsoTime } from './WorldContext.js';
import type { WorldContext } from './WorldContext.js';
import { isMachine } from './roles.js';
import type { Meeting, Person, Recording, Stay, Transcription } from './WorldState.js';

const HIDDEN = '[[redacted]]';

/** Whether the room still makes events, minutes and recordings: until an hour after the meeting's end. */
export const isActive = ({ clock, rules }: WorldContext, meeting: Meeting): boolean =>
  clock.now() < meeting.endDate + rules.deactivateAfterMs;

export const getShownName = ({ rules }: WorldContext, name: string): string => (rules.hideNames ? HIDDEN : name);

function tell(
  context: WorldContext,
  meeting: Meeting,
  type: WebhookEventType,
  data: Readonly<Record<string, unknown>>,
) {
  if (!isActive(context, meeting)) return;
  context.emit({
    type: 'webhook',
    event: { id: context.ids.event(), apiVersion: '1.0', createdAt: toIsoTime(context.clock.now()), type, data },
  });
}

const newest = ({ rules }: WorldContext) => rules.webhookFields === 'newest';

function room(context: WorldContext, meeting: Meeting) {
  return {
    meetingId: meeting.meetingId,
    roomName: meeting.roomName,
    ...(newest(context) ? { roomSessionId: meeting.sessionId, subdomain: context.subdomain } : {}),
  };
}

const person = (context: WorldContext, participantId: string, { self, metadata, externalId }: Person) => ({
  displayName: getShownName(context, self.displayName),
  participantId,
  metadata,
  externalId,
});

function counts(context: WorldContext, meeting: Meeting, stay: Stay) {
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
    ...(newest(context) ? { isDialIn: stay.dialIn } : {}),
  };
}

export function emitPresence(context: WorldContext, meeting: Meeting, stay: Stay, what: 'joined' | 'left'): void {
  tell(context, meeting, `room.client.${what}`, {
    ...room(context, meeting),
    ...person(context, stay.participantId, stay),
    ...counts(context, meeting, stay),
  });
}

export function emitKnock(
  context: WorldContext,
  meeting: Meeting,
  knock: { readonly participantId: string; readonly person: Person },
  what: 'knocked' | 'knockCancelled',
): void {
  tell(context, meeting, `room.client.${what}`, {
    ...room(context, meeting),
    ...person(context, knock.participantId, knock.person),
  });
}

export function emitRoomEvent(
  context: WorldContext,
  meeting: Meeting,
  type: 'room.session.started' | 'room.session.ended' | 'assistant.requested',
): void {
  tell(context, meeting, type, room(context, meeting));
}

export function emitTranscription(context: WorldContext, meeting: Meeting, it: Transcription): void {
  const type = it.state === 'in_progress' ? 'started' : it.state === 'ready' ? 'finished' : 'failed';
  tell(context, meeting, `transcription.${type}`, {
    roomName: meeting.roomName,
    roomSessionId: it.roomSessionId,
    transcriptionId: it.transcriptionId,
    type: it.type,
    status: it.state,
    ...(it.state === 'ready'
      ? {
          filename: it.filename,
          storageType: it.storageType,
          durationInSeconds: it.durationInSeconds,
          ...(it.recordingId ? { recordingId: it.recordingId } : {}),
        }
      : {}),
    ...(it.outcome.failed && it.state === 'failed' ? { error: it.outcome.error } : {}),
  });
}

export function emitRecording(context: WorldContext, meeting: Meeting, it: Recording): void {
  tell(context, meeting, 'recording.finished', {
    roomName: meeting.roomName,
    filename: it.filename,
    recordingId: it.recordingId,
    status: 'completed',
  });
}
