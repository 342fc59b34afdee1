import type { CommandName, EventProp } from './types.js';
import { withWireNames } from './wireNames.js';

/** What a page may post to the room it frames, to the room's origin: `{ command, args }`. */
export interface CommandDefinition<Args extends readonly unknown[] = readonly unknown[]> {
  /** The name on the wire: the method's, in snake case. */
  readonly command: string;
  /** The values the one optional argument can have: what `typeof` says, or one of these texts. */
  readonly argument?: 'boolean' | readonly string[];
  /** The event that says it was done; without one it counts as done when sent. */
  readonly confirm?: EventProp | undefined;
  /** What that event must carry. */
  readonly status?: string | undefined;
  /** A person or a service must act first: it may take a minute, not ten seconds. */
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

const plain = (confirm: EventProp, status?: string): Definition<[]> => ({ confirm, status, slow: !!status });

const toggle = <Args extends readonly unknown[]>(confirm?: EventProp): Definition<Args> => ({
  argument: 'boolean',
  confirm,
});

/** A pane of the room's settings. */
export type SettingsPane = 'theme' | 'integrations' | 'streaming' | 'effects' | 'notifications' | 'advanced' | 'media';

const panes: readonly SettingsPane[] = [
  'media',
  'theme',
  'integrations',
  'streaming',
  'effects',
  'notifications',
  'advanced',
];

/**
 * THE LIST of commands, keyed by the method that sends each. `@host`: the room takes it from hosts only.
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
  /** Leaves the meeting. */
  leaveRoom: plain('onLeave'),
  /** Opens the room's settings, at `media` unless another pane is named. */
  openSettings: { argument: panes } as Definition<[pane?: SettingsPane]>,
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
   * Opens or closes breakout groups; turns them over when nothing is said.
   * @host
   */
  toggleBreakout: toggle<[open?: boolean]>(),
  /** Turns the camera on or off; turns it over when nothing is said. */
  toggleCamera: toggle<[enabled?: boolean]>('onCameraToggle'),
  /** Turns the microphone on or off; turns it over when nothing is said. */
  toggleMicrophone: toggle<[enabled?: boolean]>('onMicrophoneToggle'),
  /** Opens or closes the list of participants; turns it over when nothing is said. */
  togglePeople: toggle<[open?: boolean]>('onPeopleToggle'),
  /** Starts or stops sharing the screen; turns it over when nothing is said. */
  toggleScreenshare: { ...toggle<[enabled?: boolean]>('onScreenshareToggle'), slow: true },
  /** Opens or closes the chat; turns it over when nothing is said. */
  toggleChat: toggle<[open?: boolean]>('onChatToggle'),
});

/** The methods that send commands, in the order of the registry. */
export const commandNames = /* @__PURE__ */ Object.keys(commands) as readonly CommandName[];
