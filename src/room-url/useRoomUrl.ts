'use client';

import { useContext, useInsertionEffect, useMemo } from 'react';
import useSWR, { unstable_serialize } from 'swr';
import type { SWRConfiguration } from 'swr';
import { createError } from '../errors/createError.js';
import type { WherebyError } from '../errors/WherebyError.js';
import { buildCacheKey } from './buildCacheKey.js';
import type { CacheKey } from './buildCacheKey.js';
import type { CreateInput, MeetingAnswer } from './contract.js';
import { notNeeded } from './createInFlightRequests.js';
import type { MeetingWithExpiry } from './readResponse.js';
import { requestMeeting } from './requestMeeting.js';
import { RoomsContext } from './RoomsContext.js';
import { useIsPast } from './useIsPast.js';

/** Which room: that of an existing meeting, or of the meeting of a key, which whoever comes first creates. */
export type UseRoomUrlOptions =
  | { readonly meetingId: string | null | undefined; readonly create?: undefined }
  | { readonly create: CreateInput & { readonly key: string }; readonly meetingId?: undefined };

/** A room's URL, or why there is none yet. `WherebyEmbed` takes it as `room` and shows each status itself. */
export type RoomUrl =
  | { readonly status: 'loading' }
  | (MeetingAnswer & {
      readonly status: 'ready';
      /** Requests the URL again. The present one stays until a new one arrives. */
      readonly refresh: () => Promise<void>;
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
    });

type RequestError = WherebyError | typeof notNeeded;

/** Overrides what the app has set for its own requests: a URL changes only when `refresh` or `retry` is called. */
const swrOptions: SWRConfiguration<MeetingWithExpiry, RequestError> = {
  suspense: false,
  keepPreviousData: false,
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  revalidateIfStale: false,
  // Takes back what the app has set; SWR's types do not foresee it.
  revalidateOnMount: undefined as never,
  refreshInterval: 0,
  shouldRetryOnError: false,
  isPaused: () => false,
};

/**
 * Requests this person's room URL from the app's own server. Components that ask for the same room share one request.
 * Without a meeting to ask for (`null`, or a `meetingId` that is not known yet) the status is `loading`.
 */
export function useRoomUrl(options: UseRoomUrlOptions | null | undefined): RoomUrl {
  const connection = useContext(RoomsContext);
  const request = options?.create ?? options?.meetingId;
  const key = request ? buildCacheKey(connection, request) : null;
  const serializedKey = unstable_serialize(key);
  const { inFlight } = connection;
  const { data, error, isValidating, mutate } = useSWR<MeetingWithExpiry, RequestError, CacheKey | null>(
    key,
    (requested: CacheKey) =>
      inFlight.run(unstable_serialize(requested), (signal) => requestMeeting(connection, requested[3], signal)),
    swrOptions,
  );
  // Before SWR's own effect, so that a request is needed when it begins.
  useInsertionEffect(() => (serializedKey ? inFlight.need(serializedKey) : undefined), [inFlight, serializedKey]);

  const failure = error === notNeeded ? undefined : error;
  const isOver = useIsPast(data?.endsAt ?? Infinity);

  return useMemo(() => {
    const requestAgain = async () => {
      await mutate();
    };
    if (data && !isOver) return { ...data.meeting, status: 'ready', refresh: requestAgain };
    if (isValidating || !(data ?? failure)) return { status: 'loading' };
    if (failure && failure.code !== 'MEETING_EXPIRED') return { status: 'error', error: failure, retry: requestAgain };
    return {
      ...data?.meeting,
      status: 'expired',
      error: failure ?? createError('MEETING_EXPIRED'),
      refresh: requestAgain,
    };
  }, [data, failure, isOver, isValidating, mutate]);
}
