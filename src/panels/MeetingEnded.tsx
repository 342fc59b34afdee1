'use client';

import type { ReactNode } from 'react';
import { roomLabels } from './labels/roomLabels.js';
import type { MeetingLabels } from './labels/MeetingLabels.js';
import { QuietPanel } from './QuietPanel.js';
import { useLabels } from './useLabels.js';
import { usePanels } from './usePanels.js';

export interface MeetingEndedProps {
  /** Why: what `onExit` reports, and `reason` of the meeting's state. `reloaded` is shown as `left`, the default. */
  readonly reason?: 'left' | 'removed' | 'ended' | 'reloaded' | undefined;
  /** Called by the button "Join again", which is offered to those who have left. Without it there is no button. */
  readonly onJoinAgain?: (() => void) | undefined;
  /** What comes after the meeting: a question, or a link. */
  readonly children?: ReactNode;
  /** Texts for languages other than English. Those of `MeetingProvider` need not be given again. */
  readonly labels?: Partial<MeetingLabels> | undefined;
}

/** Says that the meeting is over for this participant, in place of it. */
export function MeetingEnded(props: MeetingEndedProps) {
  const panels = usePanels();
  const labels = useLabels(roomLabels, props.labels);
  if (panels) return <panels.EndedPanel {...props} />;
  return <QuietPanel role="status" text={labels.over} />;
}
