import type { EventProp } from './types.js';

/** What a page may post to the room it frames: `{ command, args }`, to the room's origin. */
export interface CommandDefinition<Args extends readonly unknown[] = readonly unknown[]> {
  /** The name on the wire. */
  readonly command: string;
  /** The values the one optional argument can have: `boolean`, or one of these texts. */
  readonly argument?: 'boolean' | readonly string[];
  /** What is sent where the argument is left out. */
  readonly fallback?: string;
  /** The event that says it was done, and the status it must carry; without one it counts as done when sent. */
  readonly confirm?: EventProp;
  readonly status?: string;
  /** The room takes it from hosts only. */
  readonly host?: true;
  /** How long a person or the service may take to confirm it, in milliseconds; 10 s unless said. */
  readonly wait?: number;
  /** Only for the type. */
  readonly args?: Args;
}

type Options = Omit<CommandDefinition, 'command' | 'args' | 'argument'>;

const plain = (command: string, options: Options = {}): CommandDefinition<[]> => ({ command, ...options });

const toggle = <Name extends 'enabled' | 'open'>(
  command: string,
  _name: Name,
  options: Options = {},
): CommandDefinition<Name extends 'open' ? [open?: boolean] : [enabled?: boolean]> => ({
  command,
  argument: 'boolean',
  ...options,
});

const panes = ['theme', 'integrations', 'streaming', 'effects', 'notifications', 'advanced', 'media'] as const;

/** A pane of the room's settings. */
export type SettingsPane = (typeof panes)[number];

/** A person picks a screen, or a service starts up: give it a minute. */
const MINUTE = 60_000;

/** THE LIST of commands, keyed by the method that sends each. */
export const commands = {
  /** Ends the meeting for everyone. For hosts. */
  endMeeting: plain('end_meeting', { host: true, confirm: 'onMeetingEnd' }),
  /** Knocks on a locked room. */
  knock: plain('knock', { confirm: 'onKnock' }),
  /** Stops knocking. */
  cancelKnock: plain('cancel_knock', { confirm: 'onCancelKnock' }),
  /** Leaves the meeting. */
  leaveRoom: plain('leave_room', { confirm: 'onLeave' }),
  /** Opens the room's settings, at `media` unless another pane is named. */
  openSettings: { command: 'open_settings', argument: panes, fallback: 'media' } as CommandDefinition<
    [pane?: SettingsPane]
  >,
  /** Starts recording. For hosts. */
  startRecording: plain('start_recording', {
    host: true,
    confirm: 'onRecordingStatusChange',
    status: 'started',
    wait: MINUTE,
  }),
  /** Stops recording. For hosts. */
  stopRecording: plain('stop_recording', {
    host: true,
    confirm: 'onRecordingStatusChange',
    status: 'stopped',
    wait: MINUTE,
  }),
  /** Starts live streaming. For hosts. */
  startStreaming: plain('start_streaming', {
    host: true,
    confirm: 'onStreamingStatusChange',
    status: 'streaming',
    wait: MINUTE,
  }),
  /** Stops live streaming. For hosts. */
  stopStreaming: plain('stop_streaming', {
    host: true,
    confirm: 'onStreamingStatusChange',
    status: 'stopped',
    wait: MINUTE,
  }),
  /** Starts live transcription. For hosts. */
  startLiveTranscription: plain('start_live_transcription', {
    host: true,
    confirm: 'onTranscriptionStatusChange',
    status: 'started',
    wait: MINUTE,
  }),
  /** Stops live transcription. For hosts. */
  stopLiveTranscription: plain('stop_live_transcription', {
    host: true,
    confirm: 'onTranscriptionStatusChange',
    status: 'stopped',
    wait: MINUTE,
  }),
  /** Opens or closes breakout groups; turns them over when nothing is said. For hosts. */
  toggleBreakout: toggle('toggle_breakout', 'open', { host: true }),
  /** Turns the camera on or off; turns it over when nothing is said. */
  toggleCamera: toggle('toggle_camera', 'enabled', { confirm: 'onCameraToggle' }),
  /** Turns the microphone on or off; turns it over when nothing is said. */
  toggleMicrophone: toggle('toggle_microphone', 'enabled', { confirm: 'onMicrophoneToggle' }),
  /** Opens or closes the list of participants; turns it over when nothing is said. */
  togglePeople: toggle('toggle_people', 'open', { confirm: 'onPeopleToggle' }),
  /** Starts or stops sharing the screen; turns it over when nothing is said. */
  toggleScreenshare: toggle('toggle_screenshare', 'enabled', { confirm: 'onScreenshareToggle', wait: MINUTE }),
  /** Opens or closes the chat; turns it over when nothing is said. */
  toggleChat: toggle('toggle_chat', 'open', { confirm: 'onChatToggle' }),
} satisfies Record<string, CommandDefinition>;
