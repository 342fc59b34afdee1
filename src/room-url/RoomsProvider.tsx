'use client';

import { useInsertionEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { createConnection, usualEndpoint } from './connection.js';
import type { RoomsSettings } from './connection.js';
import { RoomsContext } from './roomsContext.js';

export interface RoomsProviderProps extends RoomsSettings {
  readonly children?: ReactNode;
}

/**
 * Tells `useRoomUrl` and `useCreateMeeting` below it where the room handler is and how to ask it. What they are told
 * is kept as long as the provider is mounted: give it `key={user.id}` where people sign in and out.
 */
export function RoomsProvider({ children, ...settings }: RoomsProviderProps): ReactElement {
  const { endpoint = usualEndpoint } = settings;
  const latest = useRef(settings);
  useInsertionEffect(() => {
    latest.current = settings;
  });
  // eslint-disable-next-line react-hooks/refs -- handed on as it is, and read when a request is made
  const [own] = useState(() => createConnection(latest));
  const connection = useMemo(() => ({ ...own, endpoint: endpoint.replace(/\/+$/, '') }), [own, endpoint]);
  return <RoomsContext.Provider value={connection}>{children}</RoomsContext.Provider>;
}
