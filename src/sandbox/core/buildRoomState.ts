import type { Participant, RoomState } from '../wire.js';
import { isActive } from './emitWebhooks.js';
import { isMachine } from './roles.js';
import { toIsoTime } from './toIsoTime.js';
import type { WorldContext } from './WorldContext.js';
import type { CaptureSettings, Meeting } from './WorldState.js';

/** What hosts are prompted to start: created with `startTrigger: prompt`, and stopped. */
function listPrompts({ recording, recordingState, streaming, streamingState }: Meeting): ('recording' | 'streaming')[] {
  const isPrompted = (settings: CaptureSettings | null, state: string) =>
    settings?.startTrigger === 'prompt' && state === 'stopped';
  const prompts: ('recording' | 'streaming')[] = [];
  if (recording?.type === 'cloud' && isPrompted(recording, recordingState)) prompts.push('recording');
  if (isPrompted(streaming, streamingState)) prompts.push('streaming');
  return prompts;
}

/** The room as its pages see it; only hosts see who is knocking. Machines are not listed as participants. */
export function buildRoomState(context: WorldContext, meeting: Meeting, forHost: boolean): RoomState {
  const { state, rules } = context;
  const participants = meeting.present.flatMap((id): Participant[] => {
    const stay = state.stays[id];
    if (!stay || isMachine(stay.role)) return [];
    const { self, participantId, role, externalId, metadata, simulated } = stay;
    return [{ ...self, participantId, role, externalId, metadata, joinedAt: toIsoTime(stay.joinedAt), simulated }];
  });
  const prompts = listPrompts(meeting);
  return {
    roomName: meeting.roomName,
    active: isActive(context, meeting),
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
