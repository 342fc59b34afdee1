import * as v from 'valibot';
import type { FromRooms, Role, ToRooms } from '../wire.js';
import { buildRoomState } from './buildRoomState.js';
import { isActive } from './emitWebhooks.js';
import { handleMessage } from './handleMessage.js';
import { addKnock, cancelKnock } from './knocks.js';
import { findMeetingByName } from './meetings.js';
import { addPerson, hasSpace, removePerson } from './people.js';
import { clippedText, isExternalId, readExternalId, readPerson } from './readPerson.js';
import { isHost } from './roles.js';
import type { ConnectedPage, WorldContext } from './WorldContext.js';
import type { Meeting, Person } from './WorldState.js';

type Hello = Extract<ToRooms, { type: 'hello' }>;
type Refused = Extract<FromRooms, { type: 'refused' }>;
type EnterOrKnock = Extract<ToRooms, { type: 'enter' | 'knock' }>;

const deviceIdText = clippedText(100);

const refuse = (reason: Refused['reason']): Refused => ({ type: 'refused', reason });

/** The meeting that a page asks for and the role that its key gives, or why it may not look. */
function openMeeting(
  context: WorldContext,
  hello: Hello,
): { readonly meeting: Meeting; readonly role: Role } | Refused {
  if (typeof hello.roomName !== 'string') return refuse('not-found');
  const meeting = findMeetingByName(context, hello.roomName);
  if (!meeting) return refuse('not-found');
  if (meeting.deletedAt !== null) return refuse('deleted');
  if (!isActive(context, meeting)) return refuse('expired');
  const key = hello.roomKey;
  if (key === null || key === undefined || key === '') return { meeting, role: 'visitor' };
  const role = Object.hasOwn(meeting.keys, key) ? meeting.keys[key] : undefined;
  return role ? { meeting, role } : refuse('bad-key');
}

export interface ConnectOptions {
  /** What the browser calls itself. */
  readonly userAgent?: string;
  /** Whether the page at this origin may send commands. By default every page may. */
  readonly areCommandsAllowed?: (pageOrigin: string | null) => boolean;
}

/** The connection of one room page. `receive` accepts anything, `close` is final and may be called twice. */
export function connectPage(
  context: WorldContext,
  send: (message: FromRooms) => void,
  options: ConnectOptions,
): { receive(message: ToRooms): void; close(): void } {
  const page: ConnectedPage = {
    meetingId: null,
    participantId: null,
    knockId: null,
    send,
    areCommandsAllowed: () => true,
  };
  let role: Role = 'visitor';
  let deviceId = '';

  const findMeeting = () => (page.meetingId ? context.state.meetings[page.meetingId] : undefined);

  const withdrawKnock = (meeting: Meeting | undefined) => {
    const { knockId } = page;
    page.knockId = null;
    if (meeting && knockId) cancelKnock(context, meeting, knockId);
  };

  const leave = () => {
    withdrawKnock(findMeeting());
    if (page.participantId) removePerson(context, page.participantId);
    page.participantId = null;
  };

  const sayHello = (hello: Hello) => {
    leave();
    const opened = openMeeting(context, hello);
    if ('type' in opened) {
      page.meetingId = null;
      return send(opened);
    }
    role = opened.role;
    deviceId = v.parse(deviceIdText, hello.deviceId) || context.ids.uuid();
    page.meetingId = opened.meeting.meetingId;
    context.pages.add(page);
    const pageOrigin = typeof hello.pageOrigin === 'string' ? hello.pageOrigin : null;
    page.areCommandsAllowed = () => options.areCommandsAllowed?.(pageOrigin) ?? true;
    send({
      type: 'welcome',
      role,
      commandsAllowed: page.areCommandsAllowed(),
      room: buildRoomState(context, opened.meeting, isHost(role)),
    });
  };

  const createPerson = (message: EnterOrKnock): Person => ({
    ...readPerson(message),
    deviceId,
    userAgent: options.userAgent ?? 'unknown',
    simulated: false,
    dialIn: false,
  });

  const enter = (meeting: Meeting, message: EnterOrKnock) => {
    if (!hasSpace(context, meeting)) return send({ type: 'full' });
    const stay = addPerson(context, meeting, role, createPerson(message));
    page.participantId = stay.participantId;
    send({ type: 'entered', participantId: stay.participantId, role: stay.role });
  };

  const enterOrKnock = (meeting: Meeting, message: EnterOrKnock) => {
    if (page.participantId) return;
    if (meeting.deletedAt !== null) return send(refuse('deleted'));
    if (!isActive(context, meeting)) return send(refuse('expired'));
    if (!isExternalId(readExternalId(message))) return send(refuse('bad-external-id'));
    const mustKnock = meeting.locked && !isHost(role) && role !== 'viewer';
    const isWaiting = page.knockId !== null;
    if (mustKnock) {
      if (isWaiting) return;
      if (message.type === 'enter') return send({ type: 'locked' });
      page.knockId = addKnock(context, meeting, role, createPerson(message)).knockId;
      return;
    }
    if (isWaiting) {
      // A knock that is sent again keeps waiting. The room was unlocked: with `enter` they walk in.
      if (message.type === 'knock') return;
      withdrawKnock(meeting);
    }
    enter(meeting, message);
  };

  return {
    receive(message) {
      if (message.type === 'hello') return sayHello(message);
      const meeting = findMeeting();
      if (!meeting) return send(refuse('not-found'));
      if (message.type === 'enter' || message.type === 'knock') return enterOrKnock(meeting, message);
      if (message.type === 'cancelKnock') return withdrawKnock(meeting);
      const stay = page.participantId ? context.state.stays[page.participantId] : undefined;
      if (stay) handleMessage(context, meeting, stay, message);
    },
    close() {
      leave();
      context.pages.delete(page);
    },
  };
}
