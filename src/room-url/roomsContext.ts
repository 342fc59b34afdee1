'use client';

import { createContext } from 'react';
import { createConnection } from './connection.js';
import type { Connection } from './connection.js';

/** Without a provider the handler is at its usual place. */
export const RoomsContext = /* @__PURE__ */ createContext<Connection>(
  /* @__PURE__ */ createConnection({ current: {} }),
);
