import type { WherebyError } from '../errors.js';

/**
 * Where a room address comes from, as it stands: what `useRoomUrl` answers and `WherebyEmbed` takes as `room`.
 * Anything of this shape will do, also one that an app makes itself.
 */
export type RoomSource =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly url: string }
  | {
      readonly status: 'error';
      readonly error: WherebyError;
      /** Tries again. */
      readonly retry: () => void;
    }
  | {
      readonly status: 'expired';
      /** The address from before the end: someone who is in the meeting stays in it. */
      readonly url?: string | undefined;
      /** Asks for a new address. */
      readonly refresh: () => void;
    };
