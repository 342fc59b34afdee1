import { readField } from './readField.js';
import { connectionStatuses, recordingStatuses, streamingStatuses, transcriptionStatuses } from './statuses.js';
import type { EventProp } from './types.js';
import { withWireNames } from './wireNames.js';
import type { Snake } from './wireNames.js';

/** What a room posts to the page that frames it, when its URL has `jsApi=true`: `{ type, payload? }`. */
export interface EventDefinition<Payload, Type extends string = string> {
  /** The name on the wire. Defaults to the prop's without `on`, in snake case. */
  readonly type: Type;
  /** Returns the payload if it is as the protocol has it, `undefined` otherwise. Never throws. */
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

const plain = { read: () => null };

/** A payload with one field that must fit; other fields the room sends are passed on too. */
const field = <const Key extends string, Value>(key: Key, fits: (value: unknown) => value is Value) => {
  const isPayload = (payload: unknown): payload is { readonly [K in Key]: Value } => fits(readField(payload, key));
  return { read: (payload: unknown) => (isPayload(payload) ? payload : undefined) };
};

const bool = <const Key extends string>(key: Key) => field(key, (value) => typeof value === 'boolean');

const status = <const Status extends string>(statuses: readonly Status[]) =>
  field('status', (value): value is Status => statuses.some((one) => one === value));

const count = /* @__PURE__ */ field(
  'count',
  (value): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
);

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

const participant = {
  read(payload: unknown): { readonly participant: RoomParticipant } | undefined {
    if (!payload) return undefined;
    // The vendor's reference shows the fields without the wrapper: take both.
    const person = readField(payload, 'participant') ?? payload;
    const metadata = textOrNull(readField(person, 'metadata'));
    return { participant: { metadata, externalId: textOrNull(readField(person, 'externalId')) } };
  },
};

const precall = {
  read(payload: unknown): PrecallResult | undefined {
    const whole = readField(payload, 'status');
    if (whole !== 'passed' && whole !== 'failed') return undefined;
    const readStep = (name: string): { readonly status: PrecallStatus } => {
      const step = readField(readField(payload, 'steps'), name);
      // The vendor's reference shows a step as a plain string: take both.
      return { status: (readField(step, 'status') ?? step ?? whole) === 'passed' ? 'passed' : 'failed' };
    };
    return {
      status: whole,
      steps: {
        camera: readStep('camera'),
        speaker: readStep('speaker'),
        microphone: readStep('microphone'),
        bandwidth: readStep('bandwidth'),
      },
    };
  },
};

/**
 * THE LIST of events, keyed by the prop that handles each. Keep it one flat literal, or the docblocks no
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
  /** The participant has left the meeting; `removed` if a host removed them. */
  onLeave: { read: (payload: unknown) => ({ removed: readField(payload, 'removed') === true }) },
  /** A host ended the meeting for everyone. */
  onMeetingEnd: plain,
  /** The number of participants has changed. */
  onParticipantUpdate: { type: 'participantupdate', ...count },
  /** Another participant has joined. */
  onParticipantJoin: participant,
  /** Another participant has left. */
  onParticipantLeave: participant,
  /** The microphone was turned on or off. */
  onMicrophoneToggle: bool('enabled'),
  /** The camera was turned on or off. */
  onCameraToggle: bool('enabled'),
  /** Sharing the screen was started or stopped. */
  onScreenshareToggle: bool('enabled'),
  /** The chat was opened or closed. */
  onChatToggle: bool('open'),
  /** The list of participants was opened or closed. */
  onPeopleToggle: bool('open'),
  /** Picture in Picture was opened or closed. */
  onPipToggle: bool('open'),
  /** The status of live streaming has changed. */
  onStreamingStatusChange: status(streamingStatuses),
  /** The status of recording has changed. */
  onRecordingStatusChange: status(recordingStatuses),
  /** The status of live transcription has changed. */
  onTranscriptionStatusChange: status(transcriptionStatuses),
  /** The connection has become stable, unstable, or was lost. */
  onConnectionStatusChange: status(connectionStatuses),
});

/** The props that handle events, in the order of the registry. */
export const eventProps = /* @__PURE__ */ Object.keys(events) as readonly EventProp[];
