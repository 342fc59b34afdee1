import { endedLabels } from './labels/endedLabels.js';
import { roomLabels } from './labels/roomLabels.js';
import type { MeetingEndedProps } from './MeetingEnded.js';
import { PanelIcon } from './PanelIcon.js';
import { stylePanel } from './stylePanel.js';
import { useLabels } from './useLabels.js';

/** The panel behind `MeetingEnded`. */
export function EndedPanel({ reason = 'left', onJoinAgain, children, labels: given }: MeetingEndedProps) {
  const labels = useLabels({ ...roomLabels, ...endedLabels }, given);
  const title = { left: labels.left, reloaded: labels.left, removed: labels.removed, ended: labels.over }[reason];
  const canJoinAgain = (reason === 'left' || reason === 'reloaded') && onJoinAgain !== undefined;
  return (
    <div role="status" className="whereby-panel" ref={stylePanel}>
      <PanelIcon name="door" tone={reason === 'removed' ? 'warn' : undefined} />
      <p className="whereby-panel-title">{title}</p>
      {reason === 'removed' && <p className="whereby-panel-text">{labels.removedHelp}</p>}
      {(canJoinAgain || children) && (
        <div className="whereby-panel-actions">
          {canJoinAgain && (
            <button type="button" className="whereby-button whereby-button-main" onClick={() => onJoinAgain()}>
              {labels.joinAgain}
            </button>
          )}
          {children}
        </div>
      )}
    </div>
  );
}
