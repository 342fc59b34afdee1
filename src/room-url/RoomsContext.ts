'use client';

import { createContext } from 'react';
import { createConnection } from './createConnection.js';
import type { Connection } from './createConnection.js';

/** Without a provider, the handler is expected at its default endpoint. */
export const RoomsContext = /* @__PURE__ */ createContext<Connection>(
  /* @__PURE__ */ createConnection({ current: {} }),
);
