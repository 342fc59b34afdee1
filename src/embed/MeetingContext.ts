import { createContext, useContext } from 'react';
import { WherebyError } from '../errors.js';
import type { MeetingHub } from './createHub.js';
import type { MeetingFrameProps } from './MeetingFrame.js';
import type { MeetingLabels } from './labels.js';

/** Never another value, so that no render of the provider renders who reads it. */
export const HubContext = /* @__PURE__ */ createContext<MeetingHub | undefined>(undefined);

export interface MeetingDefaults {
  readonly props: Partial<MeetingFrameProps>;
  readonly labels?: Partial<MeetingLabels> | undefined;
}

/** What the provider was given, as of its last render: for what shows the meeting. */
export const DefaultsContext = /* @__PURE__ */ createContext<MeetingDefaults>({ props: {} });

/** @throws WherebyError `PROVIDER_MISSING` */
export function useHub(): MeetingHub {
  const hub = useContext(HubContext);
  if (hub) return hub;
  throw new WherebyError('PROVIDER_MISSING', 'put MeetingProvider around it');
}
