import { roomLabels } from './labels/roomLabels.js';
import type { MeetingLoadingProps } from './MeetingLoading.js';
import { stylePanel } from './stylePanel.js';
import { useLabels } from './useLabels.js';

/** The panel behind `MeetingLoading`. */
export function LoadingPanel({ labels: given }: MeetingLoadingProps) {
  const labels = useLabels(roomLabels, given);
  return (
    <div role="status" className="whereby-panel" ref={stylePanel}>
      <svg className="whereby-panel-icon whereby-spinner" viewBox="0 0 24 24" aria-hidden>
        <path d="M12 3a9 9 0 1 0 9 9" />
      </svg>
      <p className="whereby-panel-text">{labels.gettingRoom}</p>
    </div>
  );
}
