import { withLeadingSlash } from '../../server/withLeadingSlash.js';
import type { Role } from '../wire.js';
import type { WorldContext } from './WorldContext.js';
import { emptyRoom } from './stays.js';
import type { CaptureSettings, Meeting } from './WorldState.js';

export interface NewMeeting {
  /** Milliseconds since 1970. */
  readonly endDate: number;
  /** The whole name, with or without its slash; made from prefix and pattern where left out. */
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
  /** Role keys of your own choosing, beside the two that are made. */
  readonly keys?: Readonly<Record<string, Role>>;
}

function nameFor({ ids, state }: WorldContext, input: NewMeeting): string {
  if (input.roomName !== undefined) return withLeadingSlash(input.roomName);
  const prefix = (input.roomNamePrefix ?? '').toLowerCase().replace(/\s+/g, '');
  for (;;) {
    const name = withLeadingSlash(`${prefix}${input.roomNamePattern === 'human-short' ? ids.short() : ids.uuid()}`);
    if (!(name in state.names)) return name;
  }
}

export function addMeeting(context: WorldContext, input: NewMeeting): Meeting {
  const { state, ids, clock, rules } = context;
  const viewerMode = input.templateType === 'viewerMode';
  const roomName = nameFor(context, input);
  const meetingId = rules.meetingIds === 'uuid' ? ids.uuid() : ids.digits();
  const key = (role: Role) => ids.token({ meetingId, roomReference: ids.short(), role, iat: clock.now() });
  const meeting: Meeting = {
    meetingId,
    order: state.count,
    roomName,
    createdAt: clock.now(),
    endDate: input.endDate,
    deletedAt: null,
    roomMode: viewerMode ? 'group' : (input.roomMode ?? 'normal'),
    templateType: input.templateType ?? null,
    dialIn: input.isDialInEnabled ? { code: ids.digits() } : null,
    keys: { [key('host')]: 'host', [key('viewer')]: 'viewer', ...input.keys },
    recording: input.recording ?? null,
    liveTranscription: input.liveTranscription ?? null,
    streaming: input.streaming ?? null,
    theme: {},
    locked: viewerMode || (input.isLocked ?? false),
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
  context.touch(meeting);
  return meeting;
}

/** Puts everyone out and blocks the room. What happened in it stays for the insights. */
export function deleteMeeting(context: WorldContext, meeting: Meeting): void {
  if (meeting.deletedAt !== null) return;
  for (const link of context.links)
    if (link.meetingId === meeting.meetingId && link.knockId) {
      link.knockId = null;
      link.send({ type: 'refused', reason: 'deleted' });
    }
  meeting.knocks = [];
  emptyRoom(context, meeting, 'removed');
  meeting.deletedAt = context.clock.now();
  context.touch(meeting);
}

/** The meeting a room name leads to; rooms nobody made come into being where the rules say so. */
export function findMeetingByName(context: WorldContext, roomName: string): Meeting | undefined {
  const name = withLeadingSlash(roomName);
  const id = context.state.names[name];
  if (id !== undefined) return context.state.meetings[id];
  if (!context.rules.openRooms || name === '/') return undefined;
  const roles: readonly Role[] = ['host', 'viewer', 'owner', 'member', 'visitor'];
  return addMeeting(context, {
    roomName: name,
    endDate: context.clock.now() + 24 * 3_600_000,
    roomMode: 'group',
    keys: Object.fromEntries(roles.map((role) => [`sandbox-${role}`, role])),
  });
}
