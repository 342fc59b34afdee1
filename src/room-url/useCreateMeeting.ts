'use client';

import { useContext, useInsertionEffect, useMemo, useSyncExternalStore } from 'react';
import type { WherebyError } from '../errors/WherebyError.js';
import type { CreateInput, MeetingAnswer } from './contract.js';
import { createMeetingCreator, idle } from './createMeetingCreator.js';
import { RoomsContext } from './RoomsContext.js';

interface Actions {
  /**
   * Creates a meeting. The server decides what `input` may choose.
   * @throws WherebyError which is in `error` too, so the promise may be ignored; the signal's reason if it aborts
   */
  readonly create: (
    input?: CreateInput,
    options?: {
      /**
       * Stops the request when it aborts: nothing is sent any more, and the status is `idle` again.
       * @example signal: AbortSignal.timeout(10_000)
       * @see `docs/hooks.md#usecreatemeeting`
       */
      readonly signal?: AbortSignal;
    },
  ) => Promise<MeetingAnswer>;
  /** Back to `idle`. */
  readonly reset: () => void;
}

export type UseCreateMeetingResult = Actions &
  (
    | { readonly status: 'idle' }
    | {
        readonly status: 'creating';
        /** The browser reports no network: the request waits for it, and is sent again now and then in the meantime. */
        readonly isOffline?: true | undefined;
      }
    | { readonly status: 'ready'; readonly meeting: MeetingAnswer }
    | { readonly status: 'error'; readonly error: WherebyError }
  );

/**
 * Creates meetings when `create` is called. `useRoomUrl({ meetingId })` of a meeting created here has its URL at once,
 * while this component is mounted.
 */
export function useCreateMeeting(): UseCreateMeetingResult {
  const rooms = useContext(RoomsContext);
  const creator = useMemo(() => createMeetingCreator(rooms), [rooms]);
  const creation = useSyncExternalStore(creator.subscribe, creator.getState, () => idle);
  useInsertionEffect(() => creator.mount(), [creator]);

  return useMemo(() => {
    const { create, reset } = creator;
    const { status, meeting, error, isOffline } = creation;
    if (meeting) return { create, reset, status: 'ready', meeting };
    if (error) return { create, reset, status: 'error', error };
    return status === 'creating' ? { create, reset, status, isOffline } : { create, reset, status: 'idle' };
  }, [creator, creation]);
}
