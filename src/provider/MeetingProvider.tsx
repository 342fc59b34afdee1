'use client';

import { useState } from 'react';
import type { ReactNode } from 'react';
import type { MeetingLabels } from '../panels/labels/MeetingLabels.js';
import { LabelsProvider } from '../panels/useLabels.js';
import { createOutletRegistry } from './createOutletRegistry.js';
import { MeetingHost } from './floating/MeetingHost.js';
import type { MeetingHostProps } from './floating/MeetingHost.js';
import { DefaultsContext, OutletRegistryContext } from './MeetingContext.js';
import type { MeetingFrameProps } from './MeetingFrame.js';

export interface MeetingProviderProps
  extends Omit<Partial<MeetingFrameProps>, 'className' | 'style' | 'id'>, MeetingHostProps {
  /**
   * The part of the app that shows, reads or controls the meeting.
   * @example <MeetingProvider><MeetingOutlet room="https://acme.whereby.com/demo" /></MeetingProvider>
   * @see `docs/controls.md`
   */
  children?: ReactNode;
  /**
   * Whether the provider holds the frame itself, so that a call goes on while no `MeetingOutlet` is mounted. Read once,
   * when the provider mounts.
   * @example persist
   * @see `docs/persistent-call.md`
   */
  persist?: boolean | undefined;
  /**
   * Texts of the floating window and of all panels below, for languages other than English. May change at any time.
   * @example labels={{ tryAgain: 'Réessayer' }}
   * @see `docs/panels.md#texts`
   */
  labels?: Partial<MeetingLabels> | undefined;
}

/**
 * Holds one meeting: `MeetingOutlet` says where it is shown, `useMeeting` and `useMeetingControl` read and control it
 * from anywhere below. Takes the props of `WherebyEmbed` as defaults for its outlets.
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
  const [registry] = useState(() => createOutletRegistry(persist));
  return (
    <OutletRegistryContext.Provider value={registry}>
      <DefaultsContext.Provider value={props}>
        <LabelsProvider labels={labels}>
          {children}
          <MeetingHost away={away} leaveOn={leaveOn} confirmUnload={confirmUnload} onReturn={onReturn} />
        </LabelsProvider>
      </DefaultsContext.Provider>
    </OutletRegistryContext.Provider>
  );
}
