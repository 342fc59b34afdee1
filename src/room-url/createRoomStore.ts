import { createRoomEntry } from './createRoomEntry.js';
import type { RoomEntry, RoomState } from './createRoomEntry.js';
import type { CreateInput } from './contract.js';
import type { Connection } from './Connection.js';
import { readRequestKey } from './requestKey.js';
import type { MeetingWithExpiry } from './readResponse.js';
import { requestMeeting } from './requestMeeting.js';

/** The room URLs that the components below one provider use. Keys are written by `buildRequestKey`. */
export interface RoomStore {
  /** What is known of a room URL. The same object until something changes. */
  getState(key: string): RoomState;
  /** Calls the listener after every change, until the function it returns is called. */
  subscribe(key: string, listener: () => void): () => void;
  /** Registers a component that uses a room URL. Returns the function that takes this back. */
  need(key: string): () => void;
  /** Requests a room URL, unless that has been done already. */
  load(key: string): void;
  /** Requests a room URL again. Resolves when there is a result, also if that is an error. */
  refresh(key: string): Promise<void>;
  /** Adds what another request has received, for as long as something needs it. */
  receive(key: string, received: MeetingWithExpiry): void;
  /**
   * Creates a meeting.
   * @throws WherebyError; the signal's reason if it aborts; an `AbortError` when the store is closed
   */
  create(input: CreateInput, options: CreateOptions): Promise<MeetingWithExpiry>;
  /** Stops all that `create` has not finished: another person may sign in now, with other headers. */
  close(): void;
}

export interface CreateOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called when the request starts to wait for the network, and when it is sent again. */
  readonly onOffline?: ((isOffline: boolean) => void) | undefined;
}

interface NeededEntry extends RoomEntry {
  needs: number;
}

/** What is known before anything is requested, as on a server. */
export const unknownState: RoomState = { isRequesting: false, isOffline: false };

/**
 * Requests room URLs and shares them between components.
 *
 * What it guarantees
 * 1. A room URL is kept in memory, in this store alone, and only while a component that uses it is mounted or a call
 *    with it goes on. The URL of whoever signs in next is requested anew, even if the page has not been reloaded.
 * 2. Components that need the same room URL share one request and see every change at once.
 * 3. A request is stopped when the last component that needs it has gone, and nothing is sent for what nobody needs.
 *    Going and coming back within one task (StrictMode, a changed key in a list) stops nothing.
 * 4. A room URL changes only when `refresh` is called; see `createRoomEntry`.
 * 5. Nothing is shared with another store: each provider has its own, and another endpoint gets another.
 */
export function createRoomStore(connection: Connection): RoomStore {
  const entries = new Map<string, NeededEntry>();
  const creations = new Set<AbortController>();

  const addEntry = (key: string): NeededEntry => {
    const request = readRequestKey(key);
    const entry = createRoomEntry(unknownState, (signal, onOffline) =>
      requestMeeting(connection, request, signal, onOffline),
    );
    const needed = { ...entry, needs: 0 };
    entries.set(key, needed);
    return needed;
  };
  const getEntry = (key: string): NeededEntry => entries.get(key) ?? addEntry(key);

  return {
    getState: (key) => entries.get(key)?.getState() ?? unknownState,
    subscribe: (key, listener) => getEntry(key).subscribe(listener),

    need(key) {
      const entry = getEntry(key);
      entry.needs++;
      return () => {
        entry.needs--;
        // Not a timer: an app's test would find it after the component has gone.
        void Promise.resolve().then(() => {
          if (entry.needs > 0 || entries.get(key) !== entry) return;
          entries.delete(key);
          entry.stop();
        });
      };
    },

    load: (key) => entries.get(key)?.load(),
    refresh: async (key) => entries.get(key)?.refresh(),
    receive: (key, received) => entries.get(key)?.receive(received),

    async create(input, { signal, onOffline }) {
      signal?.throwIfAborted();
      const controller = new AbortController();
      const abort = () => controller.abort(signal?.reason);
      signal?.addEventListener('abort', abort);
      creations.add(controller);
      try {
        return await requestMeeting(connection, { create: input }, controller.signal, onOffline);
      } finally {
        creations.delete(controller);
        signal?.removeEventListener('abort', abort);
      }
    },

    close() {
      for (const controller of creations) controller.abort();
    },
  };
}
