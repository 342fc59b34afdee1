import type { WherebyError } from '../errors/WherebyError.js';

/**
 * Where a room URL comes from, and its status: what `useRoomUrl` returns and `WherebyEmbed` takes as `room`.
 * An app can make one itself. Only a `ready` one is framed; someone who is in the meeting already stays in it whatever
 * comes after.
 */
export interface RoomSource {
  readonly status: 'loading' | 'ready' | 'error' | 'expired';
  /** The room's whole URL. */
  readonly url?: string | undefined;
  /** While `loading`: the request waits for the network. */
  readonly isOffline?: boolean | undefined;
  /** Why there is no URL. */
  readonly error?: WherebyError | undefined;
  /** Asks again after an error, or now instead of when the network is back: what "Try again" calls. */
  readonly retry?: (() => unknown) | undefined;
  /** Requests a newer URL. */
  readonly refresh?: (() => unknown) | undefined;
  /** Called while a call goes on that may outlive the component that has this source, until the returned function is called. */
  readonly keep?: (() => () => void) | undefined;
}

/** Tells a source from an address, which may be a `URL`. */
export const isRoomSource = (room: unknown): room is RoomSource =>
  typeof room === 'object' && room !== null && 'status' in room;
