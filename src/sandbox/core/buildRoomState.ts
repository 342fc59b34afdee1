import type { Participant, RoomState } from '../wire.js';
import type { WorldContext } from './WorldContext.js';
import { toIsoTime } from './WorldContext.js';
import { isMachine } from './roles.js';
import type { Meeting } from './WorldState.js';

/** What was created to be asked for, and is not under way. */
function promptsOf({ recording, recordingState, streaming, streamingState }: Meeting): ('recording' | 'streaming')[] {
  const isAsked = (settings: Meeting['recording'], state: string) =>
    settings?.startTrigger === 'prompt' && state === 'stopped';
  return [
    ...(recording?.type === 'cloud' && isAsked(recording, recordingState) ? (['recording'] as const) : []),
    ...(isAsked(streaming, streamingState) ? (['streaming'] as const) : []),
  ];
}

/** The room as those in it see it, and who knocks as only hosts do. Machines are no participants of it. */
export function buildRoomState({ state, rules }: WorldContext, meeting: Meeting, forHost: boolean): RoomState {
  const participants = meeting.present.flatMap((id): Participant[] => {
    const stay = state.stays[id];
    if (!stay || isMachine(stay.role)) return [];
    const { self, participantId, role, externalId, metadata, simulated } = stay;
    return [{ ...self, participantId, role, externalId, metadata, joinedAt: toIsoTime(stay.joinedAt), simulated }];
  });
  const prompts = promptsOf(meeting);
  return {
    roomName: meeting.roomName,
    roomMode: meeting.roomMode,
    capacity: rules.capacity[meeting.roomMode],
    locked: meeting.locked,
    participants,
    knocking: forHost
      ? meeting.knocks.map(({ knockId, person }) => ({
          knockId,
          displayName: person.self.displayName,
          externalId: person.externalId,
          metadata: person.metadata,
        }))
      : [],
    chat: meeting.chat,
    spotlight: meeting.spotlight,
    breakout: meeting.breakout,
    recording: meeting.recordingState,
    streaming: meeting.streamingState,
    transcription: meeting.transcriptionState,
    timerStartedAt: meeting.timerStartedAt === null ? null : toIsoTime(meeting.timerStartedAt),
    ...(forHost && prompts.length ? { prompts } : {}),
    ...(Object.keys(meeting.theme).length ? { theme: meeting.theme } : {}),
  };
}
