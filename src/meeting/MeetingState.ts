import type { WherebyError, WherebyErrorCode } from '../errors/WherebyError.js';
import type { PrecallResult, RoomParticipant } from '../protocol/events.js';
import type { EventPayload, RoomCommands } from '../protocol/types.js';

/**
 * How far the participant is: no frame (`idle`), `loading`, before joining (`precall`), `knocking` on a locked room,
 * `joined`, out of it (`left`, `ended`), or without a meeting (`failed`).
 */
export type MeetingPhase = 'idle' | 'loading' | 'precall' | 'knocking' | 'joined' | 'left' | 'ended' | 'failed';

/** What the room reports by itself. `undefined`: it has not said, and nothing is guessed. */
export interface RoomReport {
  readonly camera: boolean | undefined;
  readonly microphone: boolean | undefined;
  readonly screenshare: boolean | undefined;
  readonly chat: boolean | undefined;
  readonly people: boolean | undefined;
  readonly pictureInPicture: boolean | undefined;
  readonly recording: EventPayload<'onRecordingStatusChange'>['status'] | undefined;
  readonly streaming: EventPayload<'onStreamingStatusChange'>['status'] | undefined;
  readonly transcription: EventPayload<'onTranscriptionStatusChange'>['status'] | undefined;
  readonly connection: EventPayload<'onConnectionStatusChange'>['status'] | undefined;
  /** People in the room, this participant included. */
  readonly participantCount: number | undefined;
  /** Others heard of since this participant joined; who was there before, the room does not tell. */
  readonly participants: readonly RoomParticipant[];
}

/** A live meeting as far as the page can know it. Never changed in place: another state is another object. */
export interface MeetingState extends RoomReport {
  readonly phase: MeetingPhase;
  /** Why the meeting is over or was none: of the phases `left`, `ended` and `failed`. */
  readonly reason: 'left' | 'removed' | 'ended' | WherebyErrorCode | undefined;
  readonly devicePermission: 'granted' | 'denied' | undefined;
  readonly precall: PrecallResult | 'skipped' | undefined;
  /** The last thing that went wrong with this frame or with a command to it. */
  readonly error: WherebyError | undefined;
  /** The same object all the time. What is sent before there is a room waits for it. */
  readonly commands: RoomCommands;
}
