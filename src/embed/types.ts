import type { AriaAttributes, CSSProperties, ReactNode } from 'react';
import type { BridgeHandlers } from '../bridge/types.js';
import type { WherebyError } from '../errors/WherebyError.js';
import type { MeetingLabels } from '../panels/labels.js';
import type { RoomParams } from '../params/types.js';
import type { AllowChanges } from './allow.js';
import type { RoomSource } from './roomSource.js';

export interface WherebyEmbedOwnProps {
  /**
   * The whole address of the room, as the service returns it for a new meeting: `roomUrl` for visitors, `hostRoomUrl`
   * or `viewerRoomUrl` for those roles. Parameters given as props win over those in the address. Also takes what
   * `useRoomUrl` returns; loading, errors and an expired meeting are then shown in the frame's place.
   */
  room: string | RoomSource;
  /** Features added to or removed from those that the frame may use. Takes effect with the next load. */
  allow?: AllowChanges | undefined;
  /** Hosts that may be framed besides `*.whereby.com`, such as `meet.example.com` or `localhost:4000`. */
  allowedHosts?: readonly string[] | undefined;
  /** Parameters newer than this version, under their names in the URL. Known and reserved names are refused. */
  extraParams?: Readonly<Record<string, string | undefined>> | undefined;
  /** Shown over the frame until the room is ready. */
  loading?: ReactNode;
  /** Shown instead of the room when there can be no meeting. */
  fallback?: ((error: WherebyError) => ReactNode) | undefined;
  /** Class of the element around the frame. Without it and without `style`, the meeting fills its parent. */
  className?: string | undefined;
  /** Style of the element around the frame. */
  style?: CSSProperties | undefined;
  /** `id` of the element around the frame. */
  id?: string | undefined;
  /** The frame's name for screen readers. Defaults to "Whereby meeting". */
  title?: string | undefined;
  /** Texts shown in the frame's place, for languages other than English. */
  labels?: Partial<MeetingLabels> | undefined;
}

export interface WherebyEmbedProps extends RoomParams, BridgeHandlers, AriaAttributes, WherebyEmbedOwnProps {}
