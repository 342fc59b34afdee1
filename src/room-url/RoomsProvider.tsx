'use client';

import { useInsertionEffect, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useLatest } from '../embed/useLatest.js';
import type { RoomsSettings } from './Connection.js';
import { createRoomStore } from './createRoomStore.js';
import { defaultEndpoint, RoomsContext } from './RoomsContext.js';

export interface RoomsProviderProps extends RoomsSettings {
  /**
   * The part of the app whose hooks use these settings.
   * @example <RoomsProvider><App /></RoomsProvider>
   * @see `docs/hooks.md#roomsprovider`
   */
  readonly children?: ReactNode;
}

/**
 * Tells `useRoomUrl` and `useCreateMeeting` below it where the room handler is and how to reach it. Give it
 * `key={user.id}` if people sign in and out: what the previous person was shown is then unmounted with it.
 */
export function RoomsProvider({ children, ...settings }: RoomsProviderProps): ReactElement {
  const endpoint = (settings.endpoint ?? defaultEndpoint).replace(/\/+$/, '');
  const latest = useLatest(settings);
  const store = useMemo(() => createRoomStore({ endpoint, latest }), [endpoint, latest]);
  useInsertionEffect(() => store.close, [store]);
  return <RoomsContext.Provider value={store}>{children}</RoomsContext.Provider>;
}
