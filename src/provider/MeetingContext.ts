'use client';

import { useContext } from 'react';
import { createError } from '../errors/createError.js';
import { createSharedContext } from '../react/createSharedContext.js';
import type { OutletRegistry } from './createOutletRegistry.js';
import type { MeetingFrameProps } from './MeetingFrame.js';

/** The same value for the life of a provider, so that its renders do not render those who read it. */
export const OutletRegistryContext = /* @__PURE__ */ createSharedContext<OutletRegistry | undefined>(
  'OutletRegistry',
  1,
  undefined,
);

/** The provider's own props, for what shows the meeting. */
export const DefaultsContext = /* @__PURE__ */ createSharedContext<Partial<MeetingFrameProps>>('Defaults', 1, {});

/** @throws WherebyError `PROVIDER_MISSING` */
export function useOutletRegistry(): OutletRegistry {
  const registry = useContext(OutletRegistryContext);
  if (registry) return registry;
  throw createError('PROVIDER_MISSING');
}
