import type { AriaAttributes, CSSProperties, ReactNode } from 'react';
import type { ExitReason } from '../bridge/createBridge.js';
import type { WherebyError } from '../errors.js';
import type { RoomParams } from '../params/types.js';
import type { EventHandlers, RoomCommands, RoomEvent } from '../protocol/types.js';
import type { AllowChanges } from './allow.js';
import type { RoomSource } from './roomSource.js';

export interface WherebyEmbedOwnProps {
  /**
   * The whole address of the room, as answered when the meeting was created: `roomUrl` for visitors, `hostRoomUrl`
   * or `viewerRoomUrl` for those roles. Parameters given as props win over those in the address. What `useRoomUrl`
   * answers can be given as it is: loading, errors and an expired meeting are then shown in the frame's place.
   */
  room: string | RoomSource;
  /** Every event of the room, also those this version does not know. */
  onEvent?: ((event: RoomEvent) => void) | undefined;
  /** The participant is out of the meeting, for whichever reason. Once for each stay. */
  onExit?: ((exit: { readonly reason: ExitReason }) => void) | undefined;
  /** Something is wrong with the room, the parameters or the page. Once for each problem. */
  onError?: ((error: WherebyError) => void) | undefined;
  /** Features added to or taken from what the frame is allowed to use. Counts from the next load on. */
  allow?: AllowChanges | undefined;
  /** Hosts besides `*.whereby.com` that may be framed, such as `meet.example.com` or `localhost:4000`. */
  allowedHosts?: readonly string[] | undefined;
  /** How long the room may take to report ready, in milliseconds. 30 000 unless said. */
  readyTimeout?: number | undefined;
  /** Parameters newer than this version, as they go over the wire. They can name neither a known nor a reserved one. */
  extraParams?: Readonly<Record<string, string | undefined>> | undefined;
  /** Shown over the frame until the room is ready. */
  loading?: ReactNode;
  /** Shown where there can be no meeting. */
  fallback?: ((error: WherebyError) => ReactNode) | undefined;
  /** Of the element around the frame. Without it and without `style`, the meeting fills its parent. */
  className?: string | undefined;
  /** Of the element around the frame. */
  style?: CSSProperties | undefined;
  /** Of the element around the frame. */
  id?: string | undefined;
  /** The frame's name for screen readers. "Whereby meeting" unless said. */
  title?: string | undefined;
}

export interface WherebyEmbedProps extends RoomParams, EventHandlers, AriaAttributes, WherebyEmbedOwnProps {}

/** What happens in a frame and to it: `createMeetingStore` makes the state of the meeting from these. */
export type EmbedSignal =
  | { readonly event: RoomEvent }
  | { readonly error: WherebyError }
  /** A frame that starts to load, or null: it is gone. */
  | { readonly frame: HTMLIFrameElement | null };

/** What a `ref` of `WherebyEmbed` gives: one method for each command of the room, the frame, and `reload`. */
export interface WherebyEmbedHandle extends RoomCommands {
  /** The frame, or null where there is none. */
  readonly iframe: HTMLIFrameElement | null;
  /** Loads the room anew, with the parameters as they are now. Ends a call that is on. */
  reload(): void;
  /** Hears everything the frame says and what becomes of it, until the function it returns is called. */
  subscribe(listener: (signal: EmbedSignal) => void): () => void;
}
