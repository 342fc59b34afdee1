'use client';

import { useMemo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useLatest } from '../embed/useLatest.js';
import { createConnection, defaultEndpoint } from './createConnection.js';
import type { RoomsSettings } from './createConnection.js';
import { RoomsContext } from './RoomsContext.js';

export interface RoomsProviderProps extends RoomsSettings {
  readonly children?: ReactNode;
}

/**
 * Tells `useRoomUrl` and `useCreateMeeting` below it where the room handler is and how to reach it. What they receive
 * is kept as long as the provider is mounted: give it `key={user.id}` if people sign in and out.
 */
export function RoomsProvider({ children, ...settings }: RoomsProviderProps): ReactElement {
  const { endpoint = defaultEndpoint } = settings;
  const latest = useLatest(settings);
  const [own] = useState(() => createConnection(latest));
  const connection = useMemo(() => ({ ...own, endpoint: endpoint.replace(/\/+$/, '') }), [own, endpoint]);
  return <RoomsContext.Provider value={connection}>{children}</RoomsContext.Provider>;
}
