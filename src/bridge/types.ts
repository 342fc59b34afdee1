import type { ExitReason } from '../meeting/endOfStay.js';
import type { WherebyError } from '../errors/WherebyError.js';
import type { MeetingState } from '../meeting/MeetingState.js';
import type { Store } from '../meeting/createStore.js';
import type { FrameMessage } from './listenToFrame.js';
import type { EventHandlers, RoomCommands, RoomEvent } from '../protocol/types.js';

/** What an app can hear of a frame. */
export interface BridgeHandlers extends EventHandlers {
  /**
   * Called for every event of the room, including those that this version does not know.
   * @example onEvent={(event) => console.log(event.type)}
   * @see `docs/reference/events.md`
   */
  onEvent?: ((event: RoomEvent) => void) | undefined;
  /**
   * The participant is out of the meeting, for whatever reason. Called once for each stay. After `reloaded` the same participant may
   * be back in a moment.
   * @example onExit={({ reason }) => console.log(reason)}
   * @see `docs/recipes.md#a-survey-after-the-call`
   */
  onExit?: ((exit: { readonly reason: ExitReason }) => void) | undefined;
  /**
   * Something is wrong with the room, the parameters or the page. Called once for each problem.
   * @example onError={(error) => console.error(error.code)}
   * @see `docs/troubleshooting.md#error-codes`
   */
  onError?: ((error: WherebyError) => void) | undefined;
  /**
   * How long the room may take to report that it is ready, in milliseconds. Defaults to 30,000; 0 and `Infinity` mean
   * any time. Anything else is reported as OPTION_INVALID, and the default holds.
   * @example readyTimeout={60_000}
   * @see `docs/troubleshooting.md#what-you-see`
   */
  readyTimeout?: number | undefined;
}

/** What the component adds to the handlers of the app. */
export interface BridgeListeners extends BridgeHandlers {
  /** A message did not count. */
  onDrop?: ((message: FrameMessage) => void) | undefined;
}

/**
 * What a `ref` of `WherebyEmbed` holds: one method for each command of the room, the frame, `reload`, and the state
 * of the meeting, the same that `useMeeting` returns.
 */
export interface WherebyEmbedHandle extends RoomCommands, Store<MeetingState> {
  /** The frame, or null while there is no room to show. */
  readonly iframe: HTMLIFrameElement | null;
  /** Loads the room again, with the parameters as they are now. Ends a running call. */
  reload(): void;
}
