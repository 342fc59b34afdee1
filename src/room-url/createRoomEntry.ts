import type { WherebyError, WherebyErrorCode } from '../errors/WherebyError.js';
import { createStore } from '../meeting/createStore.js';
import type { Store } from '../meeting/createStore.js';
import type { MeetingWithExpiry } from './readResponse.js';

/** What is known of one room URL. */
export interface RoomState {
  /** The last response that had a URL. */
  readonly received?: MeetingWithExpiry | undefined;
  /** Why the last request failed. */
  readonly error?: WherebyError | undefined;
  readonly isRequesting: boolean;
  /** The request waits for the network. */
  readonly isOffline: boolean;
}

export interface RoomEntry extends Store<RoomState> {
  /** Sends the first request. */
  load(): void;
  /** Requests the URL again. Resolves when there is a result, also if that is an error. */
  refresh(): Promise<void>;
  /** Takes over what another request has received. */
  receive(received: MeetingWithExpiry): void;
  /** Stops the request. */
  stop(): void;
}

/** Refusals by which the person has no right to the URL any more. */
const withdrawals: readonly WherebyErrorCode[] = ['SIGN_IN_REQUIRED', 'NOT_ALLOWED'];

/**
 * One room URL, and the request for it.
 *
 * What it guarantees
 * 1. One request at a time: whoever asks meanwhile waits for the same. One that waits for the network is sent again.
 * 2. The URL stays during a refresh, and after one that failed, unless the server says that this person must sign in
 *    or is not allowed.
 * 3. What a stopped request brings is ignored.
 */
export function createRoomEntry(
  initialState: RoomState,
  request: (signal: AbortSignal, onOffline: (isOffline: boolean) => void) => Promise<MeetingWithExpiry>,
): RoomEntry {
  const { getState, subscribe, set } = createStore<RoomState>(initialState);
  let running: { readonly controller: AbortController; readonly done: Promise<void> } | undefined;

  const stop = () => {
    running?.controller.abort();
    running = undefined;
  };

  const start = (): Promise<void> => {
    const controller = new AbortController();
    const { signal } = controller;
    const finish = (result: Partial<RoomState>) => {
      if (signal.aborted) return;
      running = undefined;
      set({ ...result, isRequesting: false, isOffline: false });
    };
    const done = request(signal, (isOffline) => {
      if (!signal.aborted) set({ isOffline });
    }).then(
      (received) => finish({ received, error: undefined }),
      (error: WherebyError) => finish(withdrawals.includes(error.code) ? { received: undefined, error } : { error }),
    );
    running = { controller, done };
    set({ isRequesting: true, isOffline: false });
    return done;
  };

  return {
    getState,
    subscribe,
    stop,
    load() {
      const { received, error } = getState();
      if (!running && !received && !error) void start();
    },
    refresh() {
      if (running && !getState().isOffline) return running.done;
      stop();
      return start();
    },
    receive(received) {
      stop();
      set({ received, error: undefined, isRequesting: false, isOffline: false });
    },
  };
}
