import type { WherebyError, WherebyErrorCode } from '../errors/WherebyError.js';
import { createStore } from '../meeting/createStore.js';
import type { Store } from '../meeting/createStore.js';
import { startAlarm } from '../time/startAlarm.js';
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

/** At least a second, and up to a second more, so that the pages of a class do not come all at once. In milliseconds. */
const spread = (): number => 1000 * (1 + Math.random());

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
 * 4. After a refusal that names a time to try again, the request is repeated then, while the URL is needed.
 */
export function createRoomEntry(
  initialState: RoomState,
  request: (signal: AbortSignal, onOffline: (isOffline: boolean) => void) => Promise<MeetingWithExpiry>,
): RoomEntry {
  const { getState, subscribe, set } = createStore<RoomState>(initialState);
  let running: { readonly controller: AbortController; readonly done: Promise<void> } | undefined;
  let stopAlarm: () => void = () => undefined;

  const stop = () => {
    stopAlarm();
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
      (error: WherebyError) => {
        finish(withdrawals.includes(error.code) ? { received: undefined, error } : { error });
        const retryAt = error.refusal?.retryAt?.getTime() ?? 0;
        // A time that has passed would be a request without end.
        if (!signal.aborted && retryAt > Date.now()) stopAlarm = startAlarm(() => void refresh(), retryAt + spread());
      },
    );
    running = { controller, done };
    set({ isRequesting: true, isOffline: false });
    return done;
  };

  const refresh = (): Promise<void> => {
    if (running && !getState().isOffline) return running.done;
    stop();
    return start();
  };

  return {
    getState,
    subscribe,
    stop,
    refresh,
    load() {
      const { received, error } = getState();
      if (!running && !received && !error) void start();
    },
    receive(received) {
      stop();
      set({ received, error: undefined, isRequesting: false, isOffline: false });
    },
  };
}
