'use client';

import { useContext, useInsertionEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import useSWR, { unstable_serialize } from 'swr';
import type { SWRConfiguration } from 'swr';
import { WherebyError } from '../errors/WherebyError.js';
import type { CreateInput, MeetingAnswer } from './contract.js';
import { RoomCover } from './RoomCover.js';
import { abandoned } from './flights.js';
import { meetingKey } from './meetingKey.js';
import type { MeetingKey } from './meetingKey.js';
import type { MeetingWithExpiry } from './readAnswer.js';
import { requestMeeting } from './requestMeeting.js';
import { RoomsContext } from './roomsContext.js';
import { useIsPast } from './useIsPast.js';

/** Which room: of a meeting that is there, or of the one that a key stands for, made by whoever comes first. */
export type UseRoomUrlOptions =
  | { readonly meetingId: string | null | undefined; readonly create?: undefined }
  | { readonly create: CreateInput & { readonly key: string }; readonly meetingId?: undefined };

/** How a room's address stands. `WherebyEmbed` takes it as `room` and shows each state by itself. */
export type RoomUrl =
  | { readonly status: 'loading'; readonly cover: ReactNode }
  | (MeetingAnswer & {
      readonly status: 'ready';
      /** Asks again. The address stays until there is another one. */
      readonly refresh: () => Promise<void>;
    })
  | {
      readonly status: 'error';
      readonly error: WherebyError;
      readonly retry: () => Promise<void>;
      readonly cover: ReactNode;
    }
  | (Partial<MeetingAnswer> & {
      readonly status: 'expired';
      /** `MEETING_EXPIRED`. */
      readonly error: WherebyError;
      readonly refresh: () => Promise<void>;
      readonly cover: ReactNode;
    });

/** Whatever an app has set for its own requests, an address changes only when it is asked to. */
const settled = {
  suspense: false,
  keepPreviousData: false,
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  revalidateIfStale: false,
  revalidateOnMount: undefined,
  refreshInterval: 0,
  shouldRetryOnError: false,
  isPaused: () => false,
  // Their undefined is not what SWR's types foresee; it takes away what the app has set.
} as unknown as SWRConfiguration<MeetingWithExpiry, WherebyError | typeof abandoned>;

/**
 * Gets the room address that is meant for this person from the app's own server. Components that ask for the same
 * share one request. Without a meeting to ask for (`null`, or a `meetingId` that is not known yet) it is loading.
 */
export function useRoomUrl(request: UseRoomUrlOptions | null | undefined): RoomUrl {
  const connection = useContext(RoomsContext);
  const wanted = request?.create ?? request?.meetingId;
  const key = wanted ? meetingKey(connection, wanted) : null;
  const name = unstable_serialize(key);
  const { flights } = connection;
  const { data, error, isValidating, mutate } = useSWR<
    MeetingWithExpiry,
    WherebyError | typeof abandoned,
    MeetingKey | null
  >(
    key,
    (asking: MeetingKey) =>
      flights.run(unstable_serialize(asking), (signal) => requestMeeting(connection, asking[3], signal)),
    settled,
  );
  // Before SWR's own effect, so that a request is wanted when it begins.
  useInsertionEffect(() => (name ? flights.want(name) : undefined), [flights, name]);

  const failure = error === abandoned ? undefined : error;
  const isOver = useIsPast(data?.endsAt ?? Infinity);

  return useMemo(() => {
    const again = async () => {
      await mutate();
    };
    if (data && !isOver) return { ...data.meeting, status: 'ready', refresh: again };
    if (isValidating || !(data ?? failure))
      return { status: 'loading', cover: <RoomCover text="Getting the meeting…" /> };
    if (failure && failure.code !== 'MEETING_EXPIRED') {
      const cover = <RoomCover text="The meeting could not be opened." onAgain={again} />;
      return { status: 'error', error: failure, retry: again, cover };
    }
    return {
      ...data?.meeting,
      status: 'expired',
      error: failure ?? new WherebyError('MEETING_EXPIRED', 'ask for a new one with refresh()'),
      refresh: again,
      cover: <RoomCover text="This meeting is over." onAgain={again} />,
    };
  }, [data, failure, isOver, isValidating, mutate]);
}
