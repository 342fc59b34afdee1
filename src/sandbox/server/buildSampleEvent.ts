import type { WebhookEventType } from '../../server/webhooks/events.js';
import { lookUp, normalizeRoomName, toIsoTime } from '../core/index.js';
import type { RoomWebhook, World } from '../core/index.js';

/** An event that did not happen, with every field of its type. `data` replaces some of them. */
export function buildSampleEvent(
  world: World,
  type: WebhookEventType,
  options: { readonly roomName?: string; readonly data?: Readonly<Record<string, unknown>> } = {},
): RoomWebhook {
  const { ids, subdomain } = world;
  const roomName = normalizeRoomName(options.roomName ?? 'demo');
  const meeting = lookUp(world.state.meetings, lookUp(world.state.names, roomName) ?? '');
  // Someone alone in a room, or in front of it, is in no session; what is about a session has one.
  const roomSessionId = meeting?.sessionId ?? (type.startsWith('room.client.') ? null : ids.uuid());
  const room = { meetingId: meeting?.meetingId ?? ids.digits(), roomName, roomSessionId, subdomain };
  const person = { displayName: 'Sam Sandbox', participantId: ids.uuid(), metadata: null, externalId: null };
  const presence = { roleName: 'visitor', numClients: 1, numClientsByRoleName: { visitor: 1 }, isDialIn: false };
  const transcription = (status: string) => ({
    roomName,
    roomSessionId,
    transcriptionId: ids.uuid(),
    type: 'LIVE_TRANSCRIPTION',
    status,
  });
  const samples: Readonly<Record<WebhookEventType, Readonly<Record<string, unknown>>>> = {
    'room.client.joined': { ...room, ...person, ...presence },
    'room.client.left': { ...room, ...person, ...presence, numClients: 0, numClientsByRoleName: {} },
    'room.client.knocked': { ...room, ...person },
    'room.client.knockCancelled': { ...room, ...person },
    'room.session.started': room,
    'room.session.ended': room,
    'transcription.started': transcription('in_progress'),
    'transcription.finished': {
      ...transcription('ready'),
      filename: 'transcription.md',
      storageType: 'WHEREBY_HOSTED',
      durationInSeconds: 60,
    },
    'transcription.failed': { ...transcription('failed'), error: 'Triggered by hand' },
    'recording.finished': { roomName, filename: 'recording.mp4', recordingId: ids.uuid(), status: 'completed' },
    'assistant.requested': room,
  };
  return {
    id: ids.event(),
    apiVersion: '1.0',
    createdAt: toIsoTime(world.clock.now()),
    type,
    data: { ...samples[type], ...options.data },
  };
}
