import type { WherebyError } from '../errors/WherebyError.js';

/**
 * Where a room address comes from, and how far it is: what `useRoomUrl` returns and `WherebyEmbed` takes as `room`.
 * An app can make one itself. Only a `ready` one is framed; someone who is in the meeting already stays in it whatever
 * comes after.
 */
export interface RoomSource {
  readonly status: 'loading' | 'ready' | 'error' | 'expired';
  /** The room's whole address. */
  readonly url?: string | undefined;
  /** While `loading`: the request waits for the network. */
  readonly isOffline?: boolean | undefined;
  /** Why there is no address. */
  readonly error?: WherebyError | undefined;
  /** Asks again after an error, or now instead of when the network is back: what "Try again" calls. */
  readonly retry?: (() => unknown) | undefined;
  /** Asks for a newer address. */
  readonly refresh?: (() => unknown) | undefined;
}
