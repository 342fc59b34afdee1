import type { ReactNode } from 'react';
import type { WherebyError } from '../errors/WherebyError.js';

/**
 * Where a room address comes from, as it stands: what `useRoomUrl` answers and `WherebyEmbed` takes as `room`.
 * Anything of this shape will do, also one that an app makes itself. Only a `ready` one is framed; someone who is in
 * the meeting already stays in it whatever comes after.
 */
export interface RoomSource {
  readonly status: 'loading' | 'ready' | 'error' | 'expired';
  /** The room's whole address. */
  readonly url?: string | undefined;
  /** Why there is none. */
  readonly error?: WherebyError | undefined;
  /** Shown in the frame's place while there is none, where the component has no `loading` or `fallback` of its own. */
  readonly cover?: ReactNode;
}
