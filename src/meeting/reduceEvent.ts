import { events } from '../protocol/events.js';
import type { RoomParticipant } from '../protocol/events.js';
import type { EventDefinition, EventPayload, EventProp, RoomEvent } from '../protocol/types.js';
import { emptyReport } from './initialState.js';
import type { MeetingState } from './MeetingState.js';

type Change = Partial<MeetingState> | false | undefined;

const isSame = (a: RoomParticipant, b: RoomParticipant): boolean =>
  a.metadata === b.metadata && a.externalId === b.externalId;

/** The events that tell more than one part of the state, or not by a field of their payload. */
const changes: { readonly [Prop in EventProp]?: (payload: EventPayload<Prop>, state: MeetingState) => Change } = {
  // The room's page has loaded, perhaps anew by its own doing: what the last one said is void.
  onReady: () => ({ ...emptyReport, phase: 'precall', reason: undefined }),
  onGrantDevicePermission: ({ granted }) => ({ devicePermission: granted ? 'granted' : 'denied' }),
  onDenyDevicePermission: ({ denied }) => denied && { devicePermission: 'denied' },
  onPrecallCheckCompleted: (precall) => ({ precall }),
  onPrecallCheckSkipped: () => ({ precall: 'skipped' }),
  onKnock: () => ({ phase: 'knocking' }),
  onCancelKnock: (_, { phase }) => phase === 'knocking' && { phase: 'precall' },
  onJoin: () => ({ phase: 'joined', reason: undefined }),
  // Of a meeting that was ended, the room's leave comes after.
  onLeave: ({ removed }, { phase }) =>
    phase !== 'ended' && { ...emptyReport, phase: 'left', reason: removed ? 'removed' : 'left' },
  onMeetingEnd: () => ({ ...emptyReport, phase: 'ended', reason: 'ended' }),
  onParticipantJoin: ({ participant }, { participants }) => ({ participants: [...participants, participant] }),
  onParticipantLeave: ({ participant }, { participants }) => {
    const index = participants.findIndex((one) => isSame(one, participant));
    return { participants: participants.filter((_one, at) => at !== index) };
  },
};

/** What an event changes of a state. Pure; what the protocol does not know changes nothing. */
export function reduceEvent(event: RoomEvent, state: MeetingState): Change {
  if (event.type === 'unknown') return;
  const { prop, payload } = event;
  const { state: key, field }: EventDefinition<unknown> = events[prop];
  const change = changes[prop] as ((payload: unknown, state: MeetingState) => Change) | undefined;
  return {
    // A room that says anything has loaded, also one that was given up or whose first word was missed.
    ...(/idle|loading|failed/.test(state.phase) && changes.onReady!(null, state)),
    ...change?.(payload, state),
    ...(key && { [key]: (payload as Readonly<Record<string, unknown>>)[field!] }),
  };
}
