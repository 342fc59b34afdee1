'use client';

import { useCallback, useContext, useEffect, useInsertionEffect, useMemo, useSyncExternalStore } from 'react';
import { createError } from '../errors/createError.js';
import type { WherebyError } from '../errors/WherebyError.js';
import type { CreateInput, MeetingAnswer } from './contract.js';
import { unknownState } from './createRoomStore.js';
import { buildRequestKey } from './requestKey.js';
import { RoomsContext } from './RoomsContext.js';
import { useIsPast } from './useIsPast.js';

/** Which room: that of an existing meeting, or of the meeting of a key, which whoever comes first creates. */
export type UseRoomUrlOptions =
  | {
      /**
       * The id of a meeting that exists. `null` and `undefined` mean that it is not known yet.
       * @example useRoomUrl({ meetingId: '42' })
       * @see `docs/hooks.md#useroomurl`
       */
      readonly meetingId: string | null | undefined;
      readonly create?: undefined;
    }
  | {
      /**
       * The meeting of a key, and how it is created if there is none. A key that is not known yet is `null` or `undefined`.
       * @example useRoomUrl({ create: { key: 'lesson-42', minutes: 45 } })
       * @see `docs/hooks.md#useroomurl`
       */
      readonly create: Omit<CreateInput, 'key'> & {
        /**
         * What the meeting is for. While that meeting lasts, the same key returns the same meeting.
         * @example key: 'lesson-42'
         * @see `docs/backend.md#new-meetings-meeting-choose-key`
         */
        readonly key: string | null | undefined;
      };
      readonly meetingId?: undefined;
    };

/** A room's URL, or why there is none yet. `WherebyEmbed` takes it as `room` and shows each status itself. */
export type RoomUrl =
  | {
      readonly status: 'loading';
      /** The browser reports no network: the request waits for it, and is sent again now and then in the meantime. */
      readonly isOffline?: true | undefined;
      /** Sends the request now. Only while `isOffline`. */
      readonly retry?: (() => Promise<void>) | undefined;
    }
  | (MeetingAnswer & {
      readonly status: 'ready';
      /** Requests the URL again. The present one stays until a new one arrives. */
      readonly refresh: () => Promise<void>;
      /**
       * Keeps the URL while no component uses it, until the returned function is called. `MeetingProvider` does that for a call
       * that goes on while its page is not shown.
       */
      readonly keep: () => () => void;
    })
  | {
      readonly status: 'error';
      readonly error: WherebyError;
      /** Requests the URL again. */
      readonly retry: () => Promise<void>;
    }
  | (Partial<MeetingAnswer> & {
      readonly status: 'expired';
      /** `MEETING_EXPIRED`. */
      readonly error: WherebyError;
      /** Requests the URL again, in case the meeting has got a later end or there is a new one for its key. */
      readonly refresh: () => Promise<void>;
      /** As with `ready`. */
      readonly keep: () => () => void;
    });

/** The key of a request; undefined while it is not known which meeting to ask for. */
function readOptions({ meetingId, create }: Partial<UseRoomUrlOptions> = {}): string | undefined {
  if (create) return create.key ? buildRequestKey({ create: { ...create, key: create.key } }) : undefined;
  // Code without types may have a number.
  return meetingId ? buildRequestKey({ meetingId: String(meetingId) }) : undefined;
}

/**
 * Requests this person's room URL from the app's own server. Components that ask for the same room share one request,
 * and the URL is kept in memory while one of them is mounted, or a call with it goes on below a provider that persists.
 * Without a meeting to ask for (`null`, or an id or a key that is not known yet) the status is `loading`.
 */
export function useRoomUrl(options: UseRoomUrlOptions | null | undefined): RoomUrl {
  const store = useContext(RoomsContext);
  const key = readOptions(options ?? undefined) ?? '';
  const subscribe = useCallback(
    (listener: () => void) => (key ? store.subscribe(key, listener) : () => undefined),
    [store, key],
  );
  const { received, error, isRequesting, isOffline } = useSyncExternalStore(
    subscribe,
    () => store.getState(key),
    () => unknownState,
  );
  // Not undone by <Activity>, which hides a component that may be shown again.
  useInsertionEffect(() => (key ? store.need(key) : undefined), [store, key]);
  useEffect(() => {
    if (key) store.load(key);
  }, [store, key]);
  const isOver = useIsPast(received?.endsAt ?? Infinity);

  return useMemo(() => {
    const requestAgain = () => store.refresh(key);
    const keep = () => store.need(key);
    if (received && !isOver) return { ...received.meeting, status: 'ready', refresh: requestAgain, keep };
    if (isOffline) return { status: 'loading', isOffline, retry: requestAgain };
    if (isRequesting || !(received ?? error)) return { status: 'loading' };
    if (error && error.code !== 'MEETING_EXPIRED') return { status: 'error', error, retry: requestAgain };
    return {
      ...received?.meeting,
      status: 'expired',
      error: error ?? createError('MEETING_EXPIRED'),
      refresh: requestAgain,
      keep,
    };
  }, [store, key, received, error, isRequesting, isOffline, isOver]);
}
