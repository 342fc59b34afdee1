'use client';

import { useState } from 'react';
import type { ReactNode } from 'react';
import { createOutletRegistry } from './createOutletRegistry.js';
import type { MeetingLabels } from '../panels/labels.js';
import { DefaultsContext, HubContext } from './MeetingContext.js';
import type { MeetingFrameProps } from './MeetingFrame.js';
import { MeetingHost } from './floating/MeetingHost.js';
import type { MeetingHostProps } from './floating/MeetingHost.js';

export interface MeetingProviderProps
  extends Omit<Partial<MeetingFrameProps>, 'className' | 'style' | 'id'>, MeetingHostProps {
  children?: ReactNode;
  /** Holds the frame itself, so that a call goes on while no `MeetingOutlet` is mounted. Said once, at the start. */
  persist?: boolean | undefined;
  /** What the floating window and the panel for problems say, where it is not to be English. */
  labels?: Partial<MeetingLabels> | undefined;
}

/**
 * Knows one meeting: `MeetingOutlet` says where it is shown, `useMeeting` and `useMeetingControl` tell of it and
 * drive it from anywhere below. Takes the props of `WherebyEmbed` as defaults for its outlets.
 */
export function MeetingProvider({
  children,
  persist = false,
  labels,
  away,
  leaveOn,
  confirmUnload,
  onReturn,
  ...props
}: MeetingProviderProps) {
  const [hub] = useState(() => createOutletRegistry(persist));
  return (
    <HubContext.Provider value={hub}>
      <DefaultsContext.Provider value={{ props, labels }}>
        {children}
        <MeetingHost away={away} leaveOn={leaveOn} confirmUnload={confirmUnload} onReturn={onReturn} />
      </DefaultsContext.Provider>
    </HubContext.Provider>
  );
}
