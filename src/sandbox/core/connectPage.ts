import type { FromRooms, Role, SelfState, ToRooms } from '../wire.js';
import * as capture from './capture.js';
import { toIsoTime } from './WorldContext.js';
import type { WorldContext, Link } from './WorldContext.js';
import { addKnock, admitKnock, cancelKnock, rejectKnock } from './knocks.js';
import { findMeetingByName } from './meetings.js';
import { addStay, emptyRoom, endStay, hasRoomFor } from './stays.js';
import { changeSelf } from './quality.js';
import { isHost, isMachine, isViewer } from './roles.js';
import { buildRoomState } from './buildRoomState.js';
import type { Meeting, Person, Stay } from './WorldState.js';
import { isActive } from './emitWebhooks.js';

/** The chat keeps this many messages. */
const CHAT_LENGTH = 500;

/** What comes from a browser is looked at before it is believed. */
const text = (value: unknown, length: number) => (typeof value === 'string' ? value.slice(0, length) : '');
const textOrNull = (value: unknown, length: number) => (typeof value === 'string' ? value.slice(0, length) : null);

const readers = {
  displayName: (value: unknown) => text(value, 100),
  avatarUrl: (value: unknown) => textOrNull(value, 2_000),
  camera: (value: unknown) => value === true,
  microphone: (value: unknown) => value === true,
  screenshare: (value: unknown) => value === true,
  cameraEffect: (value: unknown) => textOrNull(value, 2_000),
  handRaised: (value: unknown) => value === true,
  group: (value: unknown) => textOrNull(value, 100),
} satisfies Record<keyof SelfState, (value: unknown) => unknown>;

const fields = Object.keys(readers) as (keyof SelfState)[];

const readSelf = (given: unknown): SelfState => {
  const from = (typeof given === 'object' && given ? given : {}) as Record<string, unknown>;
  return Object.fromEntries(fields.map((field) => [field, readers[field](from[field])])) as unknown as SelfState;
};

/** Of what was sent, what is a field of oneself; a viewer switches nothing on. */
const readChanges = (given: unknown, role: Role): Partial<SelfState> => {
  const from = (typeof given === 'object' && given ? given : {}) as Record<string, unknown>;
  return Object.fromEntries(
    fields
      .filter((field) => field in from)
      .map((field) => {
        const off = isViewer(role) && (field === 'camera' || field === 'microphone' || field === 'screenshare');
        return [field, off ? false : readers[field](from[field])];
      }),
  ) as Partial<SelfState>;
};

/** What a page is told of the room when it comes; null where it may not look. */
function look(
  context: WorldContext,
  hello: Extract<ToRooms, { type: 'hello' }>,
): { readonly meeting: Meeting; readonly role: Role } | Extract<FromRooms, { type: 'refused' }> {
  const refused = (reason: Extract<FromRooms, { type: 'refused' }>['reason']) => ({ type: 'refused', reason }) as const;
  if (typeof hello.roomName !== 'string') return refused('not-found');
  const meeting = findMeetingByName(context, hello.roomName);
  if (!meeting) return refused('not-found');
  if (meeting.deletedAt !== null) return refused('deleted');
  if (!isActive(context, meeting)) return refused('expired');
  const key = hello.roomKey;
  if (key === null || key === undefined || key === '') return { meeting, role: 'visitor' };
  const role = Object.hasOwn(meeting.keys, key) ? meeting.keys[key] : undefined;
  return role ? { meeting, role } : refused('bad-key');
}

export interface LinkOptions {
  /** What the browser calls itself. */
  readonly userAgent?: string;
  /** Whether the page at this origin may send commands; all may where left out. */
  readonly commandsAllowed?: (pageOrigin: string | null) => boolean;
}

/** One page's connection. `receive` takes whatever came, `close` is for good. */
export function connectPage(
  context: WorldContext,
  send: (message: FromRooms) => void,
  options: LinkOptions,
): { receive(message: ToRooms): void; close(): void; readonly link: Link } {
  const link: Link = { meetingId: null, participantId: null, knockId: null, send };
  let role: Role = 'visitor';
  let deviceId = '';

  const goAway = () => {
    const meeting = link.meetingId ? context.state.meetings[link.meetingId] : undefined;
    if (meeting && link.knockId) cancelKnock(context, meeting, link.knockId);
    link.knockId = null;
    if (link.participantId) endStay(context, link.participantId);
    link.participantId = null;
  };

  const person = (message: Extract<ToRooms, { type: 'enter' | 'knock' }>): Person => ({
    self: readSelf(message.self),
    externalId: textOrNull(message.externalId, 1_000),
    metadata: textOrNull(message.metadata, 20_000),
    deviceId,
    userAgent: options.userAgent ?? 'unknown',
    simulated: false,
    dialIn: false,
  });

  const enter = (meeting: Meeting, message: Extract<ToRooms, { type: 'enter' | 'knock' }>) => {
    if (link.participantId) return;
    if (meeting.deletedAt !== null) return send({ type: 'refused', reason: 'deleted' });
    if (!isActive(context, meeting)) return send({ type: 'refused', reason: 'expired' });
    const mustKnock = meeting.locked && !isHost(role) && role !== 'viewer';
    if (mustKnock && message.type === 'enter') return link.knockId ? undefined : send({ type: 'locked' });
    if (link.knockId) {
      // Unlocked meanwhile: who waited walks in.
      if (mustKnock || message.type === 'knock') return;
      cancelKnock(context, meeting, link.knockId);
      link.knockId = null;
    }
    if (mustKnock) {
      link.knockId = addKnock(context, meeting, role, person(message)).knockId;
      return;
    }
    if (!hasRoomFor(context, meeting)) return send({ type: 'full' });
    const stay = addStay(context, meeting, role, person(message));
    link.participantId = stay.participantId;
    send({ type: 'entered', participantId: stay.participantId, role: stay.role });
  };

  return {
    link,
    close() {
      goAway();
      context.links.delete(link);
    },
    receive(message) {
      if (message.type === 'hello') {
        goAway();
        const found = look(context, message);
        if ('type' in found) {
          link.meetingId = null;
          return send(found);
        }
        role = found.role;
        deviceId = text(message.deviceId, 100) || context.ids.uuid();
        link.meetingId = found.meeting.meetingId;
        context.links.add(link);
        const pageOrigin = typeof message.pageOrigin === 'string' ? message.pageOrigin : null;
        return send({
          type: 'welcome',
          role,
          commandsAllowed: options.commandsAllowed?.(pageOrigin) ?? true,
          room: buildRoomState(context, found.meeting, isHost(role)),
        });
      }
      const meeting = link.meetingId ? context.state.meetings[link.meetingId] : undefined;
      if (!meeting) return send({ type: 'refused', reason: 'not-found' });
      if (message.type === 'enter' || message.type === 'knock') return enter(meeting, message);
      if (message.type === 'cancelKnock') {
        const { knockId } = link;
        link.knockId = null;
        if (knockId) cancelKnock(context, meeting, knockId);
        return;
      }
      const stay = link.participantId ? context.state.stays[link.participantId] : undefined;
      if (stay) act(context, meeting, stay, message);
    },
  };
}

/** What someone who is in the room does, be it a browser's message or a simulated person's. */
export function act(context: WorldContext, meeting: Meeting, stay: Stay, message: ToRooms): void {
  const now = context.clock.now();
  const toAll = (answer: FromRooms) => {
    for (const link of context.links) if (link.meetingId === meeting.meetingId && link.participantId) link.send(answer);
  };
  switch (message.type) {
    case 'update':
      changeSelf(context, stay, readChanges(message.changes, stay.role));
      return context.touch(meeting);
    case 'say': {
      const said = text(message.text, 10_000);
      if (!said.trim()) return;
      const { participantId } = stay;
      const entry = {
        id: context.ids.uuid(),
        participantId,
        displayName: stay.self.displayName,
        text: said,
        at: toIsoTime(now),
      };
      meeting.chat = [...meeting.chat, entry].slice(-CHAT_LENGTH);
      return context.touch(meeting);
    }
    case 'react':
      return toAll({ type: 'reaction', participantId: stay.participantId, emoji: text(message.emoji, 32) });
    case 'leave':
      return endStay(context, stay.participantId);
    default:
      // Host rights end with the room's activity, an hour after the meeting's end.
      if (isHost(stay.role) && isActive(context, meeting)) actAsHost(context, meeting, message);
  }
}

function actAsHost(context: WorldContext, meeting: Meeting, message: ToRooms): void {
  const inRoom = (participantId: unknown) =>
    typeof participantId === 'string' && meeting.present.includes(participantId)
      ? context.state.stays[participantId]
      : undefined;
  const tellOne = (participantId: string, answer: FromRooms) => {
    for (const link of context.links) if (link.participantId === participantId) link.send(answer);
  };
  switch (message.type) {
    case 'lock':
      meeting.locked = message.locked === true;
      break;
    case 'admit':
      admitKnock(context, meeting, message.knockId);
      break;
    case 'reject':
      rejectKnock(context, meeting, message.knockId);
      break;
    case 'remove': {
      const stay = inRoom(message.participantId);
      if (!stay || isMachine(stay.role)) return;
      tellOne(stay.participantId, { type: 'removed' });
      endStay(context, stay.participantId);
      break;
    }
    case 'mute': {
      const stay = inRoom(message.participantId);
      if (!stay) return;
      changeSelf(context, stay, { microphone: false });
      tellOne(stay.participantId, { type: 'muted' });
      break;
    }
    case 'spotlight':
      meeting.spotlight = inRoom(message.participantId)?.participantId ?? null;
      break;
    case 'breakout': {
      const groups = Array.isArray(message.groups) ? message.groups.map((name) => text(name, 100)) : [];
      meeting.breakout = { open: message.open === true, groups };
      // Who is in a group that is no longer there is back in the main room.
      for (const id of meeting.present) {
        const stay = context.state.stays[id];
        if (stay?.self.group && !(message.open === true && groups.includes(stay.self.group)))
          stay.self = { ...stay.self, group: null };
      }
      break;
    }
    case 'record':
      (message.on === true ? capture.startRecording : capture.stopRecording)(context, meeting);
      break;
    case 'stream':
      (message.on === true ? capture.startStreaming : capture.stopStreaming)(context, meeting);
      break;
    case 'transcribe':
      (message.on === true ? capture.startTranscription : capture.stopTranscription)(context, meeting);
      break;
    case 'timer':
      meeting.timerStartedAt = message.on === true ? (meeting.timerStartedAt ?? context.clock.now()) : null;
      break;
    case 'endMeeting':
      emptyRoom(context, meeting, 'ended');
      break;
    default:
      return;
  }
  context.touch(meeting);
}
