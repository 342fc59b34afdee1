import type { WherebyError, WherebyErrorCode } from '../errors/WherebyError.js';
import type { PrecallResult, RoomParticipant } from '../protocol/events.js';
import type { ConnectionStatus, RecordingStatus, StreamingStatus, TranscriptionStatus } from '../protocol/statuses.js';
import type { RoomCommands } from '../protocol/types.js';

/**
 * Where the participant is: `idle` without a frame, `loading`, `precall` before joining, `knocking` on a locked room,
 * `joined`, `left` or `ended` afterwards, `failed` if the room could not be loaded. `phases.ts` groups them.
 */
export type MeetingPhase = 'idle' | 'loading' | 'precall' | 'knocking' | 'joined' | 'left' | 'ended' | 'failed';

/** What the room reports by itself. `undefined` until it has: nothing is guessed. */
export interface RoomReport {
  readonly camera: boolean | undefined;
  readonly microphone: boolean | undefined;
  readonly screenshare: boolean | undefined;
  readonly chat: boolean | undefined;
  readonly people: boolean | undefined;
  readonly pictureInPicture: boolean | undefined;
  readonly recording: RecordingStatus | undefined;
  readonly streaming: StreamingStatus | undefined;
  readonly transcription: TranscriptionStatus | undefined;
  readonly connection: ConnectionStatus | undefined;
  /** People in the room, this participant included. */
  readonly participantCount: number | undefined;
  /** Others who joined after this participant; the room does not report who was there before. */
  readonly participants: readonly RoomParticipant[];
}

/** A live meeting as far as the page can know it. Immutable: a change makes a new object. */
export interface MeetingState extends RoomReport {
  readonly phase: MeetingPhase;
  /** Why there is no meeting any more, or none at all: set in the phases `left`, `ended` and `failed`. */
  readonly reason: 'left' | 'removed' | 'ended' | WherebyErrorCode | undefined;
  readonly devicePermission: 'granted' | 'denied' | undefined;
  readonly precall: PrecallResult | 'skipped' | undefined;
  /** The last error of this frame or of a command to it. */
  readonly error: WherebyError | undefined;
  /** Always the same object. A command sent before the room is ready waits for it. */
  readonly commands: RoomCommands;
}
