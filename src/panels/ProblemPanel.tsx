'use client';

import type { ReactNode } from 'react';
import { applyChanges } from '../params/applyChanges.js';
import { readRoomAddress } from '../params/roomAddress.js';
import { problemLabels } from './labels/problemLabels.js';
import { roomLabels } from './labels/roomLabels.js';
import type { MeetingProblemProps } from './MeetingProblem.js';
import { PanelIcon } from './PanelIcon.js';
import { causeOf, problemCauses } from './problemCauses.js';
import type { ProblemAction } from './problemCauses.js';
import { ProblemDetails } from './ProblemDetails.js';
import { stylePanel } from './stylePanel.js';
import { useCameraHelp } from './useCameraHelp.js';
import { useLabels } from './useLabels.js';

const english = { ...roomLabels, ...problemLabels };

/** The panel behind `MeetingProblem`. */
export function ProblemPanel({
  error,
  cause = error ? causeOf(error) : 'failed',
  room,
  onRetry,
  onSignIn,
  children,
  labels: given,
}: MeetingProblemProps) {
  const labels = useLabels(english, given);
  const cameraHelp = useCameraHelp();
  const { icon, title, help, actions } = problemCauses[cause];
  /** Whether a text is in the app's language. One whose labels have only `problem` shows that, and no English. */
  const isTranslated = (label: keyof typeof english) =>
    labels.problem === english.problem || labels[label] !== english[label];
  const address = readRoomAddress(room);

  const offer = (action: ProblemAction, className: string): ReactNode => {
    if (action === 'openInTab')
      return (
        address && (
          <a
            key={action}
            className={className}
            href={applyChanges(address, new Map())}
            target="_blank"
            rel="noreferrer"
          >
            {labels.openInTab}
          </a>
        )
      );
    const onClick = action === 'signIn' ? onSignIn : onRetry;
    return (
      onClick && (
        <button key={action} type="button" className={className} onClick={() => onClick()}>
          {action === 'signIn' ? labels.signIn : labels.tryAgain}
        </button>
      )
    );
  };
  const offered = actions.filter((action) => offer(action, ''));

  let Details: typeof ProblemDetails | undefined;
  // Written out in full, so that bundlers drop the details from production builds.
  try {
    if ((process.env.NODE_ENV || 'production') !== 'production') Details = ProblemDetails;
  } catch {
    // No `process`: treat as production.
  }

  return (
    <div role="alert" className="whereby-panel" ref={stylePanel}>
      <PanelIcon name={icon} tone="warn" />
      <p className="whereby-panel-title">{labels[isTranslated(title) ? title : 'problem']}</p>
      {isTranslated(help) && <p className="whereby-panel-text">{labels[cause === 'camera' ? cameraHelp : help]}</p>}
      {(offered.length > 0 || children) && (
        <div className="whereby-panel-actions">
          {offered.map((action, index) =>
            offer(action, index ? 'whereby-button' : 'whereby-button whereby-button-main'),
          )}
          {children}
        </div>
      )}
      {Details && error && <Details error={error} room={room} />}
    </div>
  );
}
