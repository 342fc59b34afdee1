'use client';

import type { ReactNode } from 'react';
import type { WherebyError } from '../errors/WherebyError.js';
import { applyChanges } from '../params/applyChanges.js';
import { readRoomAddress } from '../params/roomAddress.js';
import { problemLabels, roomLabels } from './labels.js';
import type { MeetingLabels } from './labels.js';
import { PanelIcon } from './PanelIcon.js';
import { causeOf, problemCauses } from './problemCauses.js';
import type { MeetingProblemCause, ProblemAction } from './problemCauses.js';
import { ProblemDetails } from './ProblemDetails.js';
import { stylePanel } from './stylePanel.js';
import { useCameraHelp } from './useCameraHelp.js';
import { useLabels } from './useLabels.js';

export interface MeetingProblemProps {
  /** What went wrong. Participants read what it means for them; its message is for developers, in development only. */
  readonly error?: WherebyError | undefined;
  /**
   * Why there is no meeting. Defaults to what `error` means; without it, an app shows what it has found out itself, such
   * as `camera` for a participant who has denied it, or `browser` after `useSupportedBrowser`.
   */
  readonly cause?: MeetingProblemCause | undefined;
  /** The room's URL, for the link that opens it in a new tab. The link is offered only for causes that it helps with. */
  readonly room?: string | URL | undefined;
  /** Called by the button "Try again". It is offered only for causes that it helps with. */
  readonly onRetry?: (() => void) | undefined;
  /** Called by the button "Sign in": lead to your app's sign-in. Offered to whoever is not signed in. */
  readonly onSignIn?: (() => void) | undefined;
  /** More that the participant can do, after the buttons: a link to your help, or a button that asks the host. */
  readonly children?: ReactNode;
  /** Texts for languages other than English. Those of `MeetingProvider` need not be given again. */
  readonly labels?: Partial<MeetingLabels> | undefined;
}

const english = { ...roomLabels, ...problemLabels };

/**
 * Says why there is no meeting and what the participant can do now. `MeetingOutlet` shows it by default; `fallback`
 * replaces it. Its colours are CSS variables: see the guide on panels.
 */
export function MeetingProblem({
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
    if (process.env.NODE_ENV !== 'production') Details = ProblemDetails;
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
