/**
 * What a room posts to the page that frames it: `{ type, payload? }`. The room does so only when its address
 * carries `jsApi=true`.
 */
export interface EventDefinition<Payload> {
  /** The name on the wire. */
  readonly type: string;
  /** A payload of the contract, or `undefined` where what came is none. Never throws. */
  read(payload: unknown): Payload | undefined;
}

export interface RoomParticipant {
  readonly metadata: string | null;
  readonly externalId: string | null;
}

export type PrecallStatus = 'passed' | 'failed';

export interface PrecallResult {
  readonly status: PrecallStatus;
  readonly steps: Readonly<
    Record<'camera' | 'speaker' | 'microphone' | 'bandwidth', { readonly status: PrecallStatus }>
  >;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value ? (value as Fields) : {});

const plain = <Type extends string>(type: Type) => ({ type, read: () => null }) satisfies EventDefinition<null>;

/** An event whose payload is one field of one JavaScript type. */
const field = <const Type extends string, Key extends string, Value>(type: Type, key: Key, kind: string) => ({
  type,
  read(payload: unknown) {
    const value = fieldsOf(payload)[key];
    return typeof value === kind ? ({ [key]: value } as { readonly [K in Key]: Value }) : undefined;
  },
});

const bool = <const Type extends string, Key extends string>(type: Type, key: Key) =>
  field<Type, Key, boolean>(type, key, 'boolean');

const status = <const Type extends string, const Status extends string>(type: Type, values: readonly Status[]) => ({
  type,
  read(payload: unknown) {
    const value = fieldsOf(payload).status as Status;
    return values.includes(value) ? { status: value } : undefined;
  },
});

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

const participant = <const Type extends string>(type: Type) => ({
  type,
  read(payload: unknown): { readonly participant: RoomParticipant } | undefined {
    if (typeof payload !== 'object' || !payload) return undefined;
    // The vendor's reference shows the fields without the wrapper: take both.
    const { metadata, externalId } = fieldsOf((payload as Fields).participant ?? payload);
    return { participant: { metadata: textOrNull(metadata), externalId: textOrNull(externalId) } };
  },
});

const isPrecallStatus = (value: unknown): value is PrecallStatus => value === 'passed' || value === 'failed';

function readPrecall(payload: unknown): PrecallResult | undefined {
  const { status: whole, steps } = fieldsOf(payload);
  // The vendor's reference shows a step as a plain string: take both.
  const step = (name: string) => {
    const value = fieldsOf(steps)[name];
    const found = fieldsOf(value).status ?? value;
    return { status: isPrecallStatus(found) ? found : 'failed' } as const;
  };
  return isPrecallStatus(whole)
    ? {
        status: whole,
        steps: {
          camera: step('camera'),
          speaker: step('speaker'),
          microphone: step('microphone'),
          bandwidth: step('bandwidth'),
        },
      }
    : undefined;
}

/**
 * THE LIST of events, keyed by the prop that hears each. Keep it one flat literal, or the docblocks no
 * longer reach the props in the editor.
 */
export const events = {
  /** The room has loaded and can be used. */
  onReady: plain('ready'),
  /** The participant gave permission for camera or microphone before joining. */
  onGrantDevicePermission: bool('grant_device_permission', 'granted'),
  /** The participant denied permission for camera or microphone before joining. */
  onDenyDevicePermission: bool('deny_device_permission', 'denied'),
  /** The test of devices and connection before joining is done. */
  onPrecallCheckCompleted: { type: 'precall_check_completed', read: readPrecall },
  /** The participant skipped the test before joining. */
  onPrecallCheckSkipped: plain('precall_check_skipped'),
  /** The participant knocks on a locked room. */
  onKnock: plain('knock'),
  /** The participant stopped knocking. */
  onCancelKnock: plain('cancel_knock'),
  /** The participant has joined the meeting. */
  onJoin: plain('join'),
  /** The participant has left the meeting; `removed` tells that a host put them out. */
  onLeave: {
    type: 'leave',
    read: (payload: unknown) => ({ removed: fieldsOf(payload).removed === true }),
  },
  /** A host ended the meeting for everyone. */
  onMeetingEnd: plain('meeting_end'),
  /** The number of participants has changed. */
  onParticipantUpdate: field<'participantupdate', 'count', number>('participantupdate', 'count', 'number'),
  /** Another participant has joined. */
  onParticipantJoin: participant('participant_join'),
  /** Another participant has left. */
  onParticipantLeave: participant('participant_leave'),
  /** The microphone was turned on or off. */
  onMicrophoneToggle: bool('microphone_toggle', 'enabled'),
  /** The camera was turned on or off. */
  onCameraToggle: bool('camera_toggle', 'enabled'),
  /** Sharing the screen was started or stopped. */
  onScreenshareToggle: bool('screenshare_toggle', 'enabled'),
  /** The chat was opened or closed. */
  onChatToggle: bool('chat_toggle', 'open'),
  /** The list of participants was opened or closed. */
  onPeopleToggle: bool('people_toggle', 'open'),
  /** Picture in Picture was opened or closed. */
  onPipToggle: bool('pip_toggle', 'open'),
  /** Live streaming has gone on to another stage. */
  onStreamingStatusChange: status('streaming_status_change', [
    'requested',
    'starting',
    'streaming',
    'stopping',
    'stopped',
  ]),
  /** Recording has gone on to another stage. */
  onRecordingStatusChange: status('recording_status_change', ['starting', 'started', 'stopped']),
  /** Live transcription has gone on to another stage. */
  onTranscriptionStatusChange: status('transcription_status_change', ['starting', 'started', 'stopped']),
  /** The connection has become stable, unstable, or was lost. */
  onConnectionStatusChange: status('connection_status_change', ['stable', 'unstable', 'offline']),
} satisfies Record<string, EventDefinition<unknown>>;
