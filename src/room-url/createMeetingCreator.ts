import { WherebyError } from '../errors/WherebyError.js';
import { createStore } from '../meeting/createStore.js';
import type { Store } from '../meeting/createStore.js';
import type { CreateInput, MeetingAnswer } from './contract.js';
import type { RoomStore } from './createRoomStore.js';
import { buildRequestKey } from './requestKey.js';

/** How far the last call of `create` is. */
export interface Creation {
  readonly status: 'idle' | 'creating' | 'ready' | 'error';
  readonly meeting?: MeetingAnswer | undefined;
  readonly error?: WherebyError | undefined;
  /** The request waits for the network. */
  readonly isOffline?: true | undefined;
}

export interface MeetingCreator extends Store<Creation> {
  readonly create: (input?: CreateInput, options?: { readonly signal?: AbortSignal }) => Promise<MeetingAnswer>;
  readonly reset: () => void;
  /**
   * The component is there. The function it returns is called when it goes, and gives up the room URL it has created.
   */
  readonly mount: () => () => void;
}

const buildCreation = (creation: Creation): Creation => ({
  meeting: undefined,
  error: undefined,
  isOffline: undefined,
  ...creation,
});

export const idle: Creation = { status: 'idle' };

/** With a key the server recognises a repeated request, so that an attempt whose response was lost can be repeated. */
const createKey = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

/**
 * Creates meetings for one component, one or several at once.
 *
 * What it guarantees
 * 1. The status is that of the last call. A call that its signal stops leaves no trace.
 * 2. The room URL of the meeting created last is in the store while the component is mounted, so that `useRoomUrl` has
 *    it at once.
 * 3. A repeated attempt has the key of the first, so that it creates no second meeting.
 */
export function createMeetingCreator(rooms: RoomStore): MeetingCreator {
  const { getState, subscribe, set } = createStore<Creation>(idle);
  let lastCall: object | undefined;
  let isMounted = false;
  let releaseUrl: (() => void) | undefined;

  const reset = () => {
    lastCall = undefined;
    set(buildCreation(idle));
  };

  /** Runs one call; `report` changes the status if no other call has come since. */
  const run = async (input: CreateInput | undefined, signal: AbortSignal | undefined): Promise<MeetingAnswer> => {
    signal?.throwIfAborted();
    const call = {};
    const report = (creation: Creation) => {
      if (call === lastCall) set(buildCreation(creation));
    };
    lastCall = call;
    report({ status: 'creating' });
    try {
      const received = await rooms.create(
        { ...input, key: input?.key ?? createKey() },
        { signal, onOffline: (isOffline) => report({ status: 'creating', isOffline: isOffline || undefined }) },
      );
      const { meeting } = received;
      if (isMounted) {
        const key = buildRequestKey({ meetingId: meeting.meetingId });
        const release = rooms.need(key);
        rooms.receive(key, received);
        releaseUrl?.();
        releaseUrl = release;
      }
      report({ status: 'ready', meeting });
      return meeting;
    } catch (error) {
      report(error instanceof WherebyError ? { status: 'error', error } : idle);
      throw error;
    }
  };

  return {
    getState,
    subscribe,
    reset,
    create(input, { signal } = {}) {
      // As an `onClick`, it is called with the event.
      const created = run(input && 'nativeEvent' in input ? undefined : input, signal);
      // The status has the error; the caller may ignore the promise.
      created.catch(() => undefined);
      return created;
    },
    mount() {
      isMounted = true;
      return () => {
        isMounted = false;
        releaseUrl?.();
        releaseUrl = undefined;
      };
    },
  };
}
