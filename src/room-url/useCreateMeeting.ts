'use client';

import { useCallback, useContext, useMemo } from 'react';
import { useSWRConfig } from 'swr';
import useSWRMutation from 'swr/mutation';
import type { WherebyError } from '../errors/WherebyError.js';
import { buildCacheKey } from './buildCacheKey.js';
import type { CreateInput, MeetingAnswer } from './contract.js';
import { requestMeeting } from './requestMeeting.js';
import { RoomsContext } from './RoomsContext.js';

interface Actions {
  /**
   * Creates a meeting. The server decides what `input` may choose.
   * @throws WherebyError which is in `error` too, so the promise may be ignored; the signal's reason if it aborts
   */
  readonly create: (input?: CreateInput, options?: { readonly signal?: AbortSignal }) => Promise<MeetingAnswer>;
  /** Back to `idle`. */
  readonly reset: () => void;
}

export type UseCreateMeetingResult = Actions &
  (
    | { readonly status: 'idle' }
    | { readonly status: 'creating' }
    | { readonly status: 'ready'; readonly meeting: MeetingAnswer }
    | { readonly status: 'error'; readonly error: WherebyError }
  );

/** With a key the server recognises a repeated request, so that an attempt whose response was lost can be repeated. */
const createKey = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

const neverAborted = /* @__PURE__ */ new AbortController().signal;

/**
 * Creates meetings when `create` is called. `useRoomUrl({ meetingId })` of a meeting created here has its URL at once.
 */
export function useCreateMeeting(): UseCreateMeetingResult {
  const connection = useContext(RoomsContext);
  const { mutate } = useSWRConfig();
  const { data, error, isMutating, trigger, reset } = useSWRMutation<
    MeetingAnswer,
    WherebyError,
    readonly unknown[],
    Promise<MeetingAnswer>
  >(['react-whereby-embed', connection.id, 'create'], (_key, { arg }) => arg);
  const create: Actions['create'] = useCallback(
    (input, { signal = neverAborted } = {}) => {
      const created = (async () => {
        const result = await requestMeeting(connection, { key: createKey(), ...input }, signal);
        const { meeting } = result;
        await mutate(buildCacheKey(connection, meeting.meetingId), result, { revalidate: false });
        return meeting;
      })();
      // Follows the promise for the status; the caller has the promise itself.
      void trigger(created).catch(() => undefined);
      return created;
    },
    [connection, mutate, trigger],
  );
  return useMemo(() => {
    const actions = { create, reset };
    if (isMutating) return { ...actions, status: 'creating' };
    if (error) return { ...actions, status: 'error', error };
    return data ? { ...actions, status: 'ready', meeting: data } : { ...actions, status: 'idle' };
  }, [create, reset, isMutating, error, data]);
}
