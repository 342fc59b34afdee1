import { withLeadingSlash } from '../../server/withLeadingSlash.js';
import { lookUp } from './lookUp.js';
import { normalizeRoomName } from './normalizeRoomName.js';
import type { Role } from '../wire.js';
import { refuseKnocks } from './knocks.js';
import { emptyRoom } from './people.js';
import type { WorldContext } from './WorldContext.js';
import type { CaptureSettings, Meeting } from './WorldState.js';

export interface NewMeeting {
  /** By default one is made. */
  readonly meetingId?: string;
  /** Milliseconds since 1970. */
  readonly endDate: number;
  /** The whole name, with or without its slash; built from prefix and pattern when omitted. */
  readonly roomName?: string;
  readonly roomNamePrefix?: string;
  readonly roomNamePattern?: 'uuid' | 'human-short';
  readonly isLocked?: boolean;
  readonly roomMode?: 'normal' | 'group';
  readonly templateType?: string | null;
  readonly isDialInEnabled?: boolean;
  readonly recording?: CaptureSettings | null;
  readonly liveTranscription?: CaptureSettings | null;
  readonly streaming?: CaptureSettings | null;
  /** When its keys say they were made, in milliseconds since 1970. Default: now. */
  readonly keysMadeAt?: number;
  /** Role keys of your own, in addition to the two that are created. */
  readonly keys?: Readonly<Record<string, Role>>;
}

function chooseName({ ids, state }: WorldContext, input: NewMeeting): string {
  if (input.roomName !== undefined) return normalizeRoomName(input.roomName);
  const prefix = (input.roomNamePrefix ?? '').toLowerCase().replace(/\s+/g, '');
  for (;;) {
    const name = withLeadingSlash(`${prefix}${input.roomNamePattern === 'human-short' ? ids.short() : ids.uuid()}`);
    if (!(name in state.names)) return name;
  }
}

function chooseId({ ids, state, rules }: WorldContext, { meetingId }: NewMeeting): string {
  if (meetingId !== undefined) return meetingId;
  for (;;) {
    const id = rules.meetingIds === 'uuid' ? ids.uuid() : ids.digits();
    if (!(id in state.meetings)) return id;
  }
}

export function addMeeting(context: WorldContext, input: NewMeeting): Meeting {
  const { state, ids, clock, rules } = context;
  const isViewerMode = input.templateType === 'viewerMode';
  const roomName = chooseName(context, input);
  const meetingId = chooseId(context, input);
  // In seconds: RFC 7519, section 2, "NumericDate".
  const keysMadeAt = input.keysMadeAt ?? clock.now();
  const iat = Math.floor(keysMadeAt / 1_000);
  const createKey = (role: Role) => ids.token({ meetingId, roomReference: ids.short(), role, iat });
  const meeting: Meeting = {
    meetingId,
    order: state.count,
    roomName,
    createdAt: clock.now(),
    keysMadeAt,
    endDate: input.endDate,
    deletedAt: null,
    roomMode: isViewerMode ? 'group' : (input.roomMode ?? 'normal'),
    templateType: input.templateType ?? null,
    dialIn: input.isDialInEnabled ? { code: ids.digits() } : null,
    keys: { [createKey('host')]: 'host', [createKey('viewer')]: 'viewer', ...input.keys },
    recording: input.recording ?? null,
    liveTranscription: input.liveTranscription ?? null,
    streaming: input.streaming ?? null,
    theme: {},
    locked: isViewerMode || (input.isLocked ?? false),
    present: [],
    stayIds: [],
    sessionIds: [],
    knocks: [],
    chat: [],
    spotlight: null,
    breakout: { open: false, groups: [] },
    recordingState: 'stopped',
    streamingState: 'stopped',
    transcriptionState: 'stopped',
    timerStartedAt: null,
    sessionId: null,
    recordingId: null,
    transcriptionId: null,
  };
  state.count += 1;
  state.meetings[meetingId] = meeting;
  state.names[roomName] = meetingId;
  context.schedule({ at: meeting.endDate + rules.deactivateAfterMs, kind: 'deactivate-meeting', id: meetingId });
  context.schedule({ at: meeting.endDate + rules.deleteAfterMs, kind: 'delete-meeting', id: meetingId });
  context.markChanged(meeting);
  return meeting;
}

/** Takes everyone out and closes the room. The insights keep what happened in it. */
export function deleteMeeting(context: WorldContext, meeting: Meeting): void {
  if (meeting.deletedAt !== null) return;
  refuseKnocks(context, meeting, 'deleted');
  emptyRoom(context, meeting, 'removed');
  meeting.deletedAt = context.clock.now();
  context.markChanged(meeting);
}

/** The meeting of a room name. With the rule `openRooms` a room that does not exist is created. */
export function findMeetingByName(context: WorldContext, roomName: string): Meeting | undefined {
  const name = normalizeRoomName(roomName);
  const id = lookUp(context.state.names, name);
  if (id !== undefined) return context.state.meetings[id];
  if (!context.rules.openRooms || name === '/') return undefined;
  const roles: readonly Role[] = ['host', 'viewer', 'owner', 'member', 'visitor'];
  return addMeeting(context, {
    roomName: name,
    endDate: context.clock.now() + 24 * 3_600_000,
    roomMode: 'group',
    ...(context.hasKnownKeys ? { keys: Object.fromEntries(roles.map((role) => [`sandbox-${role}`, role])) } : {}),
  });
}
