'use client';

import { createSharedContext } from '../react/createSharedContext.js';
import { createRoomStore } from './createRoomStore.js';
import type { RoomStore } from './createRoomStore.js';

export const defaultEndpoint = '/api/whereby';

/** Without a provider, the handler is expected at its default endpoint. */
export const RoomsContext = /* @__PURE__ */ createSharedContext<RoomStore>(
  'Rooms',
  1,
  /* @__PURE__ */ createRoomStore({ endpoint: defaultEndpoint, latest: { current: {} } }),
);
