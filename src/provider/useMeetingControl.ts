'use client';

import { useState } from 'react';
import type { WherebyError } from '../errors/WherebyError.js';
import type { MeetingPhase, MeetingState } from '../meeting/MeetingState.js';
import { isChangingStatus, isRunningStatus } from '../protocol/statuses.js';
import type { CommandName } from '../protocol/types.js';
import { useOutletRegistry } from './MeetingContext.js';
import { useMeeting } from './useMeeting.js';

/** A service that starts and stops in stages, and the commands for that. */
const service = (label: string, key: 'recording' | 'streaming' | 'transcription', on: CommandName, off: CommandName) =>
  ({ label, key, on, off }) as const;

/** What each control shows of the meeting and sends to it. */
const controls = {
  /** The participant's camera. */
  camera: { label: 'Camera', key: 'camera', on: 'toggleCamera' },
  /** The participant's microphone. */
  microphone: { label: 'Microphone', key: 'microphone', on: 'toggleMicrophone' },
  /** Sharing the participant's screen. */
  screenshare: { label: 'Share screen', key: 'screenshare', on: 'toggleScreenshare' },
  /** The room's chat panel. */
  chat: { label: 'Chat', key: 'chat', on: 'toggleChat' },
  /** The room's list of participants. */
  people: { label: 'People', key: 'people', on: 'togglePeople' },
  /** Breakout groups; the room does not report them, so their state is never known. For hosts. */
  breakout: { label: 'Breakout groups', on: 'toggleBreakout' },
  /** Recording. For hosts. */
  recording: /* @__PURE__ */ service('Record', 'recording', 'startRecording', 'stopRecording'),
  /** Live streaming. For hosts. */
  streaming: /* @__PURE__ */ service('Stream', 'streaming', 'startStreaming', 'stopStreaming'),
  /** Live transcription. For hosts. */
  transcription: /* @__PURE__ */ service(
    'Transcribe',
    'transcription',
    'startLiveTranscription',
    'stopLiveTranscription',
  ),
  /** Loads the room again, with the parameters as they are now. Ends a running call, and joins again as the room permits. */
  reload: { label: 'Reload', on: 'reload' },
  /** Leaves the meeting. */
  leave: { label: 'Leave', on: 'leaveRoom' },
  /** Ends the meeting for everyone. For hosts. */
  end: { label: 'End meeting for everyone', on: 'endMeeting' },
  /** Knocks on a locked room, or stops knocking. */
  knock: { label: 'Knock', key: 'phase', on: 'knock', off: 'cancelKnock' },
} satisfies Record<string, Control>;

interface Control {
  readonly label: string;
  readonly key?: keyof MeetingState;
  /** A command of the room, or `reload` of its frame. */
  readonly on: CommandName | 'reload';
  readonly off?: CommandName;
}

export type MeetingControlName = keyof typeof controls;

export interface MeetingControl {
  /** Whether it is on. `undefined` until the room reports it, and for what is neither on nor off. */
  readonly enabled: boolean | undefined;
  /** A command was sent that the room has not confirmed yet, or the room is starting or stopping it. */
  readonly pending: boolean;
  /** Whether the room accepts this command now. Only the room knows whether the participant's role permits it. */
  readonly supported: boolean;
  /** What went wrong with the last command of this control. */
  readonly error: WherebyError | undefined;
  /** Toggles it, or does it. Does nothing while pending or not supported. Never rejects: see `error`. */
  readonly toggle: () => Promise<void>;
  /** To spread on a button. */
  readonly props: {
    readonly type: 'button';
    readonly 'aria-label': string;
    readonly 'aria-pressed': boolean | undefined;
    readonly 'aria-disabled': true | undefined;
    readonly disabled: boolean;
    readonly onClick: () => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
}

/** Whether a control is on, by what the meeting reports of it. */
const isEnabled = (name: MeetingControlName, value: unknown): boolean | undefined => {
  if (name === 'knock') return value === 'knocking';
  if (typeof value === 'boolean') return value;
  return value === undefined ? undefined : isRunningStatus(value);
};

const isSupported = (name: MeetingControlName, phase: MeetingPhase): boolean => {
  if (name === 'reload') return phase !== 'idle';
  return name === 'knock' ? phase === 'precall' || phase === 'knocking' : phase === 'joined';
};

/**
 * One control of the meeting, without styles: spread `props` on any button.
 *
 * @param label replaces the English name for screen readers
 * @throws WherebyError `PROVIDER_MISSING`
 */
export function useMeetingControl(
  name: MeetingControlName,
  { label }: { readonly label?: string | undefined } = {},
): MeetingControl {
  const { store, reload } = useOutletRegistry();
  const control: Control = controls[name];
  const [request, setRequest] = useState<{ isSent: boolean; error?: WherebyError }>({ isSent: false });
  const [value, phase] = useMeeting((meeting) => [control.key && meeting[control.key], meeting.phase]) as [
    unknown,
    MeetingPhase,
  ];
  const [hasFocus, setFocus] = useState(false);
  const enabled = isEnabled(name, value);
  const supported = isSupported(name, phase);
  const pending = request.isSent || isChangingStatus(value);

  const toggle = async () => {
    if (pending || !supported) return;
    if (control.on === 'reload') return reload();
    setRequest({ isSent: true });
    const { commands } = store.getState();
    const send = commands[(enabled && control.off) || control.on] as (on?: boolean) => Promise<void>;
    // If the state is not known, the room toggles it by itself.
    const isSwitch = control.key && !control.off && enabled !== undefined;
    try {
      await (isSwitch ? send(!enabled) : send());
      setRequest({ isSent: false });
    } catch (error) {
      setRequest({ isSent: false, error: error as WherebyError });
    }
  };

  return {
    enabled,
    pending,
    supported,
    error: request.error,
    toggle,
    props: {
      type: 'button',
      'aria-label': label ?? control.label,
      'aria-pressed': enabled,
      // Not `disabled`, which would take the focus from a button that was just pressed, or whose meeting is over.
      'aria-disabled': pending || (hasFocus && !supported) || undefined,
      disabled: !supported && !hasFocus,
      onClick: () => void toggle(),
      onFocus: () => setFocus(true),
      onBlur: () => setFocus(false),
    },
  };
}
