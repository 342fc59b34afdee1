'use client';

import { useCallback, useContext, useMemo } from 'react';
import { useSWRConfig } from 'swr';
import useSWRMutation from 'swr/mutation';
import type { WherebyError } from '../errors/WherebyError.js';
import type { CreateInput, MeetingAnswer } from './contract.js';
import { meetingKey } from './meetingKey.js';
import { requestMeeting } from './requestMeeting.js';
import { RoomsContext } from './roomsContext.js';

interface Actions {
  /**
   * Creates a meeting. What may be chosen is the server's to say. Rejects with a `WherebyError`; that it does need
   * not be looked at, because it is in the state too.
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

/** An attempt whose answer was lost can be repeated: the server knows the key. */
const newKey = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

const never = /* @__PURE__ */ new AbortController().signal;

/**
 * Creates meetings when told to. `useRoomUrl({ meetingId })` of a meeting made here has its address at once.
 */
export function useCreateMeeting(): UseCreateMeetingResult {
  const connection = useContext(RoomsContext);
  const { mutate } = useSWRConfig();
  const { data, error, isMutating, trigger, reset } = useSWRMutation(
    ['react-whereby-embed', connection.scope, 'create'],
    (_key, { arg }: { readonly arg: Promise<MeetingAnswer> }) => arg,
  );
  const create: Actions['create'] = useCallback(
    (input, { signal = never } = {}) => {
      const made = (async () => {
        const arrived = await requestMeeting(connection, { key: newKey(), ...input }, signal);
        const { meeting } = arrived;
        await mutate(meetingKey(connection, meeting.meetingId), arrived, { revalidate: false });
        return meeting;
      })();
      // Follows the promise for the state; whoever called has the promise itself.
      void trigger(made).catch(() => undefined);
      return made;
    },
    [connection, mutate, trigger],
  );
  return useMemo(() => {
    const actions = { create, reset };
    if (isMutating) return { ...actions, status: 'creating' };
    if (error) return { ...actions, status: 'error', error: error as WherebyError };
    return data ? { ...actions, status: 'ready', meeting: data } : { ...actions, status: 'idle' };
  }, [create, reset, isMutating, error, data]);
}
