'use client';

import type { ReactNode } from 'react';
import { endedLabels, roomLabels } from './labels.js';
import type { MeetingLabels } from './labels.js';
import { PanelIcon } from './PanelIcon.js';
import { stylePanel } from './stylePanel.js';
import { useLabels } from './useLabels.js';

export interface MeetingEndedProps {
  /** Why: what `onExit` reports, and `reason` of the meeting's state. Defaults to `left`. */
  readonly reason?: 'left' | 'removed' | 'ended' | undefined;
  /** Called by the button "Join again", which is offered to those who have left. Without it there is no button. */
  readonly onJoinAgain?: (() => void) | undefined;
  /** What comes after the meeting: a question, or a link. */
  readonly children?: ReactNode;
  /** Texts for languages other than English. Those of `MeetingProvider` need not be given again. */
  readonly labels?: Partial<MeetingLabels> | undefined;
}

/** Says that the meeting is over for this participant, in place of it. */
export function MeetingEnded({ reason = 'left', onJoinAgain, children, labels: given }: MeetingEndedProps) {
  const labels = useLabels({ ...roomLabels, ...endedLabels }, given);
  const title = { left: labels.left, removed: labels.removed, ended: labels.over }[reason];
  const canJoinAgain = reason === 'left' && onJoinAgain !== undefined;
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
