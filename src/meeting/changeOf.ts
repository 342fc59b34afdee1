import type { RoomParticipant } from '../protocol/events.js';
import type { EventPayload, EventProp, RoomEvent } from '../protocol/types.js';
import type { MeetingState } from './MeetingState.js';
import { silence } from './silence.js';

type Change = Partial<MeetingState>;

/** One entry for each event of the protocol: a new one does not compile until it is decided here what it changes. */
const changes: { readonly [Prop in EventProp]: (payload: EventPayload<Prop>, state: MeetingState) => Change } = {
  // The room's page has loaded, perhaps anew by its own doing: what the last one said is void.
  onReady: () => ({ ...silence, phase: 'precall', reason: undefined }),
  onGrantDevicePermission: ({ granted }) => ({ devicePermission: granted ? 'granted' : 'denied' }),
  onDenyDevicePermission: ({ denied }) => (denied ? { devicePermission: 'denied' } : {}),
  onPrecallCheckCompleted: (precall) => ({ precall }),
  onPrecallCheckSkipped: () => ({ precall: 'skipped' }),
  onKnock: () => ({ phase: 'knocking' }),
  onCancelKnock: (_, { phase }) => (phase === 'knocking' ? { phase: 'precall' } : {}),
  onJoin: () => ({ phase: 'joined', reason: undefined }),
  onLeave: ({ removed }, { phase }) =>
    // Of a meeting that was ended, the room's leave comes after.
    phase === 'ended' ? {} : { ...silence, phase: 'left', reason: removed ? 'removed' : 'left' },
  onMeetingEnd: () => ({ ...silence, phase: 'ended', reason: 'ended' }),
  onParticipantUpdate: ({ count }) => (Number.isSafeInteger(count) && count >= 0 ? { participantCount: count } : {}),
  onParticipantJoin: ({ participant }, { participants }) => ({ participants: [...participants, participant] }),
  onParticipantLeave: ({ participant }, { participants }) => {
    const index = participants.findIndex((one) => isSame(one, participant));
    return index < 0 ? {} : { participants: participants.filter((_one, at) => at !== index) };
  },
  onMicrophoneToggle: ({ enabled }) => ({ microphone: enabled }),
  onCameraToggle: ({ enabled }) => ({ camera: enabled }),
  onScreenshareToggle: ({ enabled }) => ({ screenshare: enabled }),
  onChatToggle: ({ open }) => ({ chat: open }),
  onPeopleToggle: ({ open }) => ({ people: open }),
  onPipToggle: ({ open }) => ({ pictureInPicture: open }),
  onStreamingStatusChange: ({ status }) => ({ streaming: status }),
  onRecordingStatusChange: ({ status }) => ({ recording: status }),
  onTranscriptionStatusChange: ({ status }) => ({ transcription: status }),
  onConnectionStatusChange: ({ status }) => ({ connection: status }),
};

const isSame = (a: RoomParticipant, b: RoomParticipant): boolean =>
  a.metadata === b.metadata && a.externalId === b.externalId;

/** What an event changes of a state. Pure; what the protocol does not know changes nothing. */
export function changeOf(event: RoomEvent, state: MeetingState): Change {
  if (event.type === 'unknown') return {};
  // A room that says anything has loaded, also one that was given up or whose first word was missed.
  const isFirst = /idle|loading|failed/.test(state.phase);
  const change = changes[event.prop] as (payload: unknown, state: MeetingState) => Change;
  return { ...(isFirst && changes.onReady(null, state)), ...change(event.payload, state) };
}
