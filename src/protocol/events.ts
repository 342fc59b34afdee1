import { withWireNames } from './wireNames.js';
import type { Snake } from './wireNames.js';

/** What a room posts to the page that frames it, when its address carries `jsApi=true`: `{ type, payload? }`. */
export interface EventDefinition<Payload, Type extends string = string> {
  /** The name on the wire: the prop's without `on`, in snake case, unless the entry says another. */
  readonly type: Type;
  /** What of a meeting's state it tells, where it tells a part of it, and the field of the payload that says it. */
  readonly state?: string;
  readonly field?: string;
  /** A payload of the contract, or `undefined` where what came is none. Never throws. */
  read(payload: unknown): Payload | undefined;
}

type Entry = Omit<EventDefinition<unknown>, 'type'> & { readonly type?: string };
type WireType<Prop, Definition> = Definition extends { readonly type: infer Type extends string }
  ? Type
  : Prop extends `on${infer Name}`
    ? Snake<Name>
    : never;

type Events<Entries> = {
  readonly [Prop in keyof Entries]: Entries[Prop] & { readonly type: WireType<Prop, Entries[Prop]> };
};

const withTypes = <const Entries extends Readonly<Record<string, Entry>>>(entries: Entries) =>
  withWireNames('type', entries) as Events<Entries>;

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

type Fields = Readonly<Record<string, unknown>> | null | undefined;

const plain = { read: () => null };

/** A payload whose field of that name fits; whatever else the room says is in it too. */
const field = <const Key extends string, Value>(state: string, key: Key, fits: (value: unknown) => boolean) => ({
  state,
  field: key,
  read: (payload: unknown) =>
    fits((payload as Fields)?.[key]) ? (payload as { readonly [K in Key]: Value }) : undefined,
});

const bool = <const Key extends string>(key: Key, state = '') =>
  field<Key, boolean>(state, key, (value) => typeof value === 'boolean');

const status = <const Status extends string>(state: string, ...values: readonly Status[]) =>
  field<'status', Status>(state, 'status', (value) => values.includes(value as Status));

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

const participant = {
  read(payload: unknown): { readonly participant: RoomParticipant } | undefined {
    // The vendor's reference shows the fields without the wrapper: take both.
    const { metadata, externalId } = (((payload as Fields)?.participant ?? payload) || {}) as NonNullable<Fields>;
    return payload
      ? { participant: { metadata: textOrNull(metadata), externalId: textOrNull(externalId) } }
      : undefined;
  },
};

const precall = {
  read(payload: unknown): PrecallResult | undefined {
    const { status: whole, steps } = (payload || {}) as { status?: unknown; steps?: Record<string, Fields> };
    // The vendor's reference shows a step as a plain string: take both.
    const stepOf = (name: string) => ({
      status: (steps?.[name]?.status ?? steps?.[name] ?? whole) === 'passed' ? 'passed' : 'failed',
    });
    return whole === 'passed' || whole === 'failed'
      ? ({
          status: whole,
          steps: Object.fromEntries(
            ['camera', 'speaker', 'microphone', 'bandwidth'].map((name) => [name, stepOf(name)]),
          ),
        } as unknown as PrecallResult)
      : undefined;
  },
};

/**
 * THE LIST of events, keyed by the prop that hears each. Keep it one flat literal, or the docblocks no
 * longer reach the props in the editor.
 */
export const events = /* @__PURE__ */ withTypes({
  /** The room has loaded and can be used. */
  onReady: plain,
  /** The participant gave permission for camera or microphone before joining. */
  onGrantDevicePermission: bool('granted'),
  /** The participant denied permission for camera or microphone before joining. */
  onDenyDevicePermission: bool('denied'),
  /** The test of devices and connection before joining is done. */
  onPrecallCheckCompleted: precall,
  /** The participant skipped the test before joining. */
  onPrecallCheckSkipped: plain,
  /** The participant knocks on a locked room. */
  onKnock: plain,
  /** The participant stopped knocking. */
  onCancelKnock: plain,
  /** The participant has joined the meeting. */
  onJoin: plain,
  /** The participant has left the meeting; `removed` tells that a host put them out. */
  onLeave: { read: (payload: unknown) => ({ removed: (payload as Fields)?.removed === true }) },
  /** A host ended the meeting for everyone. */
  onMeetingEnd: plain,
  /** The number of participants has changed. */
  onParticipantUpdate: {
    type: 'participantupdate',
    ...field<'count', number>(
      'participantCount',
      'count',
      (value) => Number.isSafeInteger(value) && (value as number) >= 0,
    ),
  },
  /** Another participant has joined. */
  onParticipantJoin: participant,
  /** Another participant has left. */
  onParticipantLeave: participant,
  /** The microphone was turned on or off. */
  onMicrophoneToggle: bool('enabled', 'microphone'),
  /** The camera was turned on or off. */
  onCameraToggle: bool('enabled', 'camera'),
  /** Sharing the screen was started or stopped. */
  onScreenshareToggle: bool('enabled', 'screenshare'),
  /** The chat was opened or closed. */
  onChatToggle: bool('open', 'chat'),
  /** The list of participants was opened or closed. */
  onPeopleToggle: bool('open', 'people'),
  /** Picture in Picture was opened or closed. */
  onPipToggle: bool('open', 'pictureInPicture'),
  /** Live streaming has gone on to another stage. */
  onStreamingStatusChange: status('streaming', 'requested', 'starting', 'streaming', 'stopping', 'stopped'),
  /** Recording has gone on to another stage. */
  onRecordingStatusChange: status('recording', 'starting', 'started', 'stopped'),
  /** Live transcription has gone on to another stage. */
  onTranscriptionStatusChange: status('transcription', 'starting', 'started', 'stopped'),
  /** The connection has become stable, unstable, or was lost. */
  onConnectionStatusChange: status('connection', 'stable', 'unstable', 'offline'),
});
