import type { CommandName, EventProp } from './types.js';
import { withWireNames } from './wireNames.js';

/** What a page may post to the room it frames, to the room's origin: `{ command, args }`. */
export interface CommandDefinition<Args extends readonly unknown[] = readonly unknown[]> {
  /** The name on the wire: the method's, in snake case. */
  readonly command: string;
  /** What the one optional argument can be: true or false, or one of these texts, of which the first is the default. */
  readonly argument?: 'boolean' | readonly string[];
  /** The event that confirms it; without one it counts as done when sent. */
  readonly confirm?: EventProp | undefined;
  /** Another event that confirms it, where the service does not document which of the two its room reports. */
  readonly orConfirm?: EventProp;
  /** The status that the event must report. */
  readonly status?: string | undefined;
  /** A person or a service must act first: the room gets a minute to confirm it, not ten seconds. */
  readonly slow?: boolean;
  /** Only for the type. */
  readonly args?: Args;
}

type Entry = Omit<CommandDefinition, 'command'>;

type Commands<Entries> = {
  readonly [Name in keyof Entries]: Entries[Name] & { readonly command: string };
};

const withNames = <const Entries extends Readonly<Record<string, Entry>>>(entries: Entries) =>
  withWireNames('command', entries) as Commands<Entries>;

type Definition<Args extends readonly unknown[]> = Omit<CommandDefinition<Args>, 'command'>;

const plain = (confirm: EventProp, status?: string): Definition<[]> => ({
  confirm,
  status,
  slow: status !== undefined,
});

const toggle = <Args extends readonly unknown[]>(confirm?: EventProp): Definition<Args> => ({
  argument: 'boolean',
  confirm,
});

const choice = <Args extends readonly [value?: string]>(
  argument: readonly NonNullable<Args[0]>[],
): Definition<Args> => ({
  argument,
});

/** The panes of the room's settings, the default first. */
export const settingsPanes = [
  'media',
  'theme',
  'integrations',
  'streaming',
  'effects',
  'notifications',
  'advanced',
] as const;

/** A pane of the room's settings. */
export type SettingsPane = (typeof settingsPanes)[number];

/**
 * THE LIST of commands, keyed by the method that sends each. `@host`: the room accepts it from hosts only.
 * Keep it one flat literal, or the docblocks no longer reach the methods in the editor.
 */
export const commands = /* @__PURE__ */ withNames({
  /**
   * Ends the meeting for everyone.
   * @host
   */
  endMeeting: plain('onMeetingEnd'),
  /** Knocks on a locked room. */
  knock: plain('onKnock'),
  /** Stops knocking. */
  cancelKnock: plain('onCancelKnock'),
  /** Leaves the meeting. Before it, stops knocking. */
  leaveRoom: { ...plain('onLeave'), orConfirm: 'onCancelKnock' },
  /** Opens the room's settings, at `media` by default. */
  openSettings: choice<[pane?: SettingsPane]>(settingsPanes),
  /**
   * Starts recording.
   * @host
   */
  startRecording: plain('onRecordingStatusChange', 'started'),
  /**
   * Stops recording.
   * @host
   */
  stopRecording: plain('onRecordingStatusChange', 'stopped'),
  /**
   * Starts live streaming.
   * @host
   */
  startStreaming: plain('onStreamingStatusChange', 'streaming'),
  /**
   * Stops live streaming.
   * @host
   */
  stopStreaming: plain('onStreamingStatusChange', 'stopped'),
  /**
   * Starts live transcription.
   * @host
   */
  startLiveTranscription: plain('onTranscriptionStatusChange', 'started'),
  /**
   * Stops live transcription.
   * @host
   */
  stopLiveTranscription: plain('onTranscriptionStatusChange', 'stopped'),
  /**
   * Opens or closes breakout groups; toggles them without an argument.
   * @host
   */
  toggleBreakout: toggle<[open?: boolean]>(),
  /** Turns the camera on or off; toggles it without an argument. */
  toggleCamera: toggle<[enabled?: boolean]>('onCameraToggle'),
  /** Turns the microphone on or off; toggles it without an argument. */
  toggleMicrophone: toggle<[enabled?: boolean]>('onMicrophoneToggle'),
  /** Opens or closes the list of participants; toggles it without an argument. */
  togglePeople: toggle<[open?: boolean]>('onPeopleToggle'),
  /** Starts or stops sharing the screen; toggles it without an argument. */
  toggleScreenshare: { ...toggle<[enabled?: boolean]>('onScreenshareToggle'), slow: true },
  /** Opens or closes the chat; toggles it without an argument. */
  toggleChat: toggle<[open?: boolean]>('onChatToggle'),
});

/** The methods that send commands, in the order of the registry. */
export const commandNames = /* @__PURE__ */ Object.keys(commands) as readonly CommandName[];
