import type { WherebyError } from '../errors/WherebyError.js';
import type { MeetingState } from '../meeting/MeetingState.js';
import type { Store } from '../meeting/createStore.js';
import type { EventHandlers, RoomCommands, RoomEvent } from '../protocol/types.js';

export type ExitReason = 'left' | 'removed' | 'ended';

/** What the page wants to know of its frame. */
export interface BridgeHandlers extends EventHandlers {
  /** Every event of the room, also those this version does not know. */
  onEvent?: ((event: RoomEvent) => void) | undefined;
  /** The participant is out of the meeting, for whichever reason. Once for each stay. */
  onExit?: ((exit: { readonly reason: ExitReason }) => void) | undefined;
  /** Something is wrong with the room, the parameters or the page. Once for each problem. */
  onError?: ((error: WherebyError) => void) | undefined;
  /** How long the room may take to report ready, in milliseconds. 30 000 unless said. */
  readyTimeout?: number | undefined;
}

/**
 * What a `ref` of `WherebyEmbed` gives: one method for each command of the room, the frame, `reload`, and the state
 * of the meeting as `useMeeting` has it.
 */
export interface WherebyEmbedHandle extends RoomCommands, Store<MeetingState> {
  /** The frame, or null where there is none. */
  readonly iframe: HTMLIFrameElement | null;
  /** Loads the room anew, with the parameters as they are now. Ends a call that is on. */
  reload(): void;
}
