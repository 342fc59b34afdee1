import type { CommandName, KnownRoomEvent } from '../protocol/types.js';

/** The name of an event on the wire, such as `join` or `camera_toggle`. */
export type WireEvent = KnownRoomEvent['type'];

/** The arguments of `emit` after the name: the payload, if the event has one. */
export type WirePayload<Type extends WireEvent> = Extract<
  KnownRoomEvent,
  { type: Type }
>['payload'] extends infer Payload
  ? Payload extends null
    ? []
    : [payload: Payload]
  : never;

/** A command that the page has sent. */
export interface FakeCommand {
  /** The method that sends it, such as `toggleCamera`. */
  readonly method: CommandName;
  /** Its name on the wire, such as `toggle_camera`. */
  readonly command: string;
  readonly args: readonly unknown[];
}

export interface FakeRoomOptions {
  /**
   * Confirms every command by the events that a room of the sandbox reports then, in their order. Participants come in
   * with camera and microphone on. Off by default.
   */
  readonly answers?: boolean;
}
