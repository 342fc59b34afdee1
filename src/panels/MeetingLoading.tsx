'use client';

import { roomLabels } from './labels/roomLabels.js';
import type { MeetingLabels } from './labels/MeetingLabels.js';
import { QuietPanel } from './QuietPanel.js';
import { useLabels } from './useLabels.js';
import { usePanels } from './usePanels.js';

export interface MeetingLoadingProps {
  /** Texts for languages other than English. Those around it need not be given again. */
  readonly labels?: Partial<MeetingLabels> | undefined;
}

/** Says that the meeting is on its way: for the prop `loading`. */
export function MeetingLoading(props: MeetingLoadingProps) {
  const panels = usePanels();
  const labels = useLabels(roomLabels, props.labels);
  if (panels) return <panels.LoadingPanel {...props} />;
  return <QuietPanel role="status" text={labels.gettingRoom} />;
}
