import { commands } from '../protocol/commands.js';
import type { CommandDefinition } from '../protocol/commands.js';
import { events } from '../protocol/events.js';
import { readField } from '../protocol/readField.js';
import type { FakeCommand } from './types.js';

export interface FakeMessage {
  readonly type: string;
  readonly payload?: unknown;
}

/** What a room reports on its way to the status that a command asks for. */
const stagesBefore: Readonly<Record<string, readonly string[]>> = {
  'recording_status_change started': ['starting'],
  'transcription_status_change started': ['starting'],
  'streaming_status_change streaming': ['requested', 'starting'],
  'streaming_status_change stopped': ['stopping'],
};

/** The room's side panel shows one of the two. */
const otherPanel: Readonly<Record<string, string>> = { chat_toggle: 'people_toggle', people_toggle: 'chat_toggle' };

/** What the room reports when the participant no longer knocks, whether they were let in or not. */
const endsOfKnock: ReadonlySet<string> = new Set(
  [events.onReady, events.onCancelKnock, events.onJoin, events.onLeave, events.onMeetingEnd].map(({ type }) => type),
);

/**
 * The part of a fake room that confirms commands, as the sandbox's rooms do. It knows what its room has reported, so
 * that a toggle without a value changes that.
 */
export function createConfirmer() {
  /** Participants come in with camera and microphone on. */
  const on: Record<string, boolean> = { camera_toggle: true, microphone_toggle: true };
  let isKnocking = false;

  /** Takes note of what the room reports. */
  const follow = ({ type, payload }: FakeMessage): void => {
    const state = readField(payload, 'open') ?? readField(payload, 'enabled');
    if (typeof state === 'boolean') on[type] = state;
    if (type === events.onKnock.type) isKnocking = true;
    else if (endsOfKnock.has(type)) isKnocking = false;
  };

  const buildToggle = (type: string, state: boolean): FakeMessage => {
    const payload = { open: state };
    // Panels are open, devices are enabled: only the event's reader knows which of the two it has.
    const isPanel = Object.values(events).some((event) => event.type === type && event.read(payload));
    return { type, payload: isPanel ? payload : { enabled: state } };
  };

  const listMessages = ({ method, args: [value] }: FakeCommand): readonly FakeMessage[] => {
    const { confirm, status, argument }: CommandDefinition = commands[method];
    if (!confirm) return [];
    const { type } = events[confirm];
    if (status) {
      const stages = stagesBefore[`${type} ${status}`] ?? [];
      return [...stages, status].map((stage) => ({ type, payload: { status: stage } }));
    }
    const left = { type: events.onLeave.type, payload: { removed: false } };
    if (method === 'leaveRoom') return [...(isKnocking ? [{ type: events.onCancelKnock.type }] : []), left];
    // The room's own participant leaves with the others.
    if (method === 'endMeeting') return [{ type }, left];
    if (argument !== 'boolean') return [{ type }];
    const state = typeof value === 'boolean' ? value : !on[type];
    const other = otherPanel[type];
    const isReplaced = state && other !== undefined && on[other];
    return [...(isReplaced ? [buildToggle(other, false)] : []), buildToggle(type, state)];
  };

  return {
    follow,
    /** The events by which the room confirms a command, in order; none if it does not confirm this one. */
    confirm(command: FakeCommand): readonly FakeMessage[] {
      const messages = listMessages(command);
      messages.forEach(follow);
      return messages;
    },
  };
}
