'use client';

import { createContext, useContext } from 'react';
import { createError } from '../errors/createError.js';
import type { MeetingLabels } from '../panels/labels.js';
import type { OutletRegistry } from './createOutletRegistry.js';
import type { MeetingFrameProps } from './MeetingFrame.js';

/** The same value for the life of a provider, so that its renders do not render those who read it. */
export const OutletRegistryContext = /* @__PURE__ */ createContext<OutletRegistry | undefined>(undefined);

export interface MeetingDefaults {
  readonly props: Partial<MeetingFrameProps>;
  readonly labels?: Partial<MeetingLabels> | undefined;
}

/** The provider's own props, for what shows the meeting. */
export const DefaultsContext = /* @__PURE__ */ createContext<MeetingDefaults>({ props: {} });

/** @throws WherebyError `PROVIDER_MISSING` */
export function useOutletRegistry(): OutletRegistry {
  const registry = useContext(OutletRegistryContext);
  if (registry) return registry;
  throw createError('PROVIDER_MISSING');
}
