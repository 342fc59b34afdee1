import type { AriaAttributes, CSSProperties, ReactNode } from 'react';
import type { BridgeHandlers } from '../bridge/types.js';
import type { WherebyError } from '../errors/WherebyError.js';
import type { RoomParams } from '../params/types.js';
import type { AllowChanges } from './allow.js';
import type { RoomSource } from './roomSource.js';

export interface WherebyEmbedOwnProps {
  /**
   * The whole address of the room, as answered when the meeting was created: `roomUrl` for visitors, `hostRoomUrl`
   * or `viewerRoomUrl` for those roles. Parameters given as props win over those in the address. What `useRoomUrl`
   * answers can be given as it is: loading, errors and an expired meeting are then shown in the frame's place.
   */
  room: string | RoomSource;
  /** Features added to or taken from what the frame is allowed to use. Counts from the next load on. */
  allow?: AllowChanges | undefined;
  /** Hosts besides `*.whereby.com` that may be framed, such as `meet.example.com` or `localhost:4000`. */
  allowedHosts?: readonly string[] | undefined;
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

export interface WherebyEmbedProps extends RoomParams, BridgeHandlers, AriaAttributes, WherebyEmbedOwnProps {}
