'use client';

import { createContext, useContext } from 'react';
import { WherebyError } from '../errors/WherebyError.js';
import type { OutletRegistry } from './createOutletRegistry.js';
import type { MeetingFrameProps } from './MeetingFrame.js';
import type { MeetingLabels } from '../panels/labels.js';

/** Never another value, so that no render of the provider renders who reads it. */
export const HubContext = /* @__PURE__ */ createContext<OutletRegistry | undefined>(undefined);

export interface MeetingDefaults {
  readonly props: Partial<MeetingFrameProps>;
  readonly labels?: Partial<MeetingLabels> | undefined;
}

/** What the provider was given, as of its last render: for what shows the meeting. */
export const DefaultsContext = /* @__PURE__ */ createContext<MeetingDefaults>({ props: {} });

/** @throws WherebyError `PROVIDER_MISSING` */
export function useOutletRegistry(): OutletRegistry {
  const hub = useContext(HubContext);
  if (hub) return hub;
  throw new WherebyError('PROVIDER_MISSING', 'put MeetingProvider around it');
}
