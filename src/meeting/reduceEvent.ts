import type { RoomParticipant } from '../protocol/events.js';
import type { EventPayload, EventProp, RoomEvent } from '../protocol/types.js';
import { emptyReport } from './initialState.js';
import type { MeetingState, RoomReport } from './MeetingState.js';
import { hasLoaded } from './phases.js';

/** The event reports one field of the state, which the payload has as it is. */
type Report<Prop extends EventProp> = {
  readonly [Field in keyof RoomReport]: {
    readonly field: Field;
    readonly read: (payload: EventPayload<Prop>) => RoomReport[Field];
  };
}[keyof RoomReport];

type Change = Partial<MeetingState> | undefined;

/** The event changes the state in a way of its own. */
type Reducer<Prop extends EventProp> = (payload: EventPayload<Prop>, state: MeetingState) => Change;

const readEnabled = ({ enabled }: { readonly enabled: boolean }) => enabled;
const readOpen = ({ open }: { readonly open: boolean }) => open;
const readStatus = <Status>({ status }: { readonly status: Status }) => status;

const isSame = (a: RoomParticipant, b: RoomParticipant): boolean =>
  a.metadata === b.metadata && a.externalId === b.externalId;

const loaded = (): Change => ({ ...emptyReport, phase: 'precall', reason: undefined });

/**
 * What each event changes of the state. Reducers name their result's type, so that a misspelt field does not compile.
 */
const changes: { readonly [Prop in EventProp]: Report<Prop> | Reducer<Prop> } = {
  // The room's page has loaded, perhaps again by its own doing: what the last one reported is void.
  onReady: loaded,
  onGrantDevicePermission: ({ granted }): Change => ({ devicePermission: granted ? 'granted' : 'denied' }),
  onDenyDevicePermission: ({ denied }): Change => (denied ? { devicePermission: 'denied' } : undefined),
  onPrecallCheckCompleted: (precall): Change => ({ precall }),
  onPrecallCheckSkipped: (): Change => ({ precall: 'skipped' }),
  onKnock: (_, { phase }): Change => (phase === 'joined' ? undefined : { phase: 'knocking' }),
  onCancelKnock: (_, { phase }): Change => (phase === 'knocking' ? { phase: 'precall' } : undefined),
  onJoin: (): Change => ({ phase: 'joined', reason: undefined }),
  // After a host has ended the meeting, the room reports a leave too.
  onLeave: ({ removed }, { phase }): Change =>
    phase === 'ended' ? undefined : { ...emptyReport, phase: 'left', reason: removed ? 'removed' : 'left' },
  onMeetingEnd: (): Change => ({ ...emptyReport, phase: 'ended', reason: 'ended' }),
  onParticipantUpdate: { field: 'participantCount', read: ({ count }) => count },
  onParticipantJoin: ({ participant }, { participants }): Change => ({ participants: [...participants, participant] }),
  onParticipantLeave: ({ participant }, { participants }): Change => {
    const index = participants.findIndex((one) => isSame(one, participant));
    return { participants: participants.filter((_one, at) => at !== index) };
  },
  onMicrophoneToggle: { field: 'microphone', read: readEnabled },
  onCameraToggle: { field: 'camera', read: readEnabled },
  onScreenshareToggle: { field: 'screenshare', read: readEnabled },
  onChatToggle: { field: 'chat', read: readOpen },
  onPeopleToggle: { field: 'people', read: readOpen },
  onPipToggle: { field: 'pictureInPicture', read: readOpen },
  onStreamingStatusChange: { field: 'streaming', read: readStatus },
  onRecordingStatusChange: { field: 'recording', read: readStatus },
  onTranscriptionStatusChange: { field: 'transcription', read: readStatus },
  onConnectionStatusChange: { field: 'connection', read: readStatus },
};

function changeFor<Prop extends EventProp>(prop: Prop, payload: EventPayload<Prop>, state: MeetingState) {
  const change: Report<Prop> | Reducer<Prop> = changes[prop];
  return typeof change === 'function' ? change(payload, state) : { [change.field]: change.read(payload) };
}

/** What an event changes of a state. Pure; an event that the protocol does not have changes nothing. */
export function reduceEvent(event: RoomEvent, state: MeetingState): Change {
  if (event.type === 'unknown') return undefined;
  // A room that reports anything has loaded, even if its `ready` was missed or came after the page gave it up.
  const before = hasLoaded(state.phase) ? undefined : loaded();
  return { ...before, ...changeFor(event.prop, event.payload, state) };
}

/** What the state has of the one field that an event reports; `undefined` if it reports none, or has not come yet. */
export function readReported(prop: EventProp, state: MeetingState): unknown {
  const change = changes[prop];
  return typeof change === 'function' ? undefined : state[change.field];
}
