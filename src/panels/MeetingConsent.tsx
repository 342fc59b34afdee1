'use client';

import type { ReactNode } from 'react';
import { roomLabels } from './labels/roomLabels.js';
import type { MeetingLabels } from './labels/MeetingLabels.js';
import { QuietPanel } from './QuietPanel.js';
import { useLabels } from './useLabels.js';
import { usePanels } from './usePanels.js';

export interface MeetingConsentProps {
  /** Called when the participant agrees: pass `accept` of the prop `consent`. */
  readonly onAccept: () => void;
  /**
   * Called when the participant joins but is not to be recorded: note the choice, do not record, and call `accept`. Without it there
   * is no button for that.
   */
  readonly onJoinUnrecorded?: (() => void) | undefined;
  /** Called when the participant does not join, for an app that leads elsewhere then. The panel lets them think again. */
  readonly onDecline?: (() => void) | undefined;
  /** What is asked, in place of the text of the labels. */
  readonly children?: ReactNode;
  /** Texts for languages other than English. Those of `MeetingProvider` need not be given again. */
  readonly labels?: Partial<MeetingLabels> | undefined;
}

/**
 * Asks before the room is loaded: `consent={({ accept }) => <MeetingConsent onAccept={accept} />}`. Nothing is requested
 * from the room before the participant agrees.
 */
export function MeetingConsent(props: MeetingConsentProps) {
  const panels = usePanels();
  const labels = useLabels(roomLabels, props.labels);
  if (panels) return <panels.ConsentPanel {...props} />;
  return <QuietPanel role="status" text={labels.gettingRoom} />;
}
