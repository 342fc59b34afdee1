'use client';

import type { ReactNode } from 'react';
import type { WherebyError } from '../errors/WherebyError.js';
import { roomLabels } from './labels/roomLabels.js';
import type { MeetingLabels } from './labels/MeetingLabels.js';
import type { MeetingProblemCause } from './problemCauses.js';
import { QuietPanel } from './QuietPanel.js';
import { useLabels } from './useLabels.js';
import { usePanels } from './usePanels.js';

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

/**
 * Says why there is no meeting and what the participant can do now. `MeetingOutlet` shows it by default; `fallback`
 * replaces it. Its colours are CSS variables: see the guide on panels.
 */
export function MeetingProblem(props: MeetingProblemProps) {
  const panels = usePanels();
  const labels = useLabels(roomLabels, props.labels);
  if (panels) return <panels.ProblemPanel {...props} />;
  return (
    <QuietPanel
      role="alert"
      text={props.cause === 'over' ? labels.over : labels.problem}
      onRetry={props.onRetry}
      label={labels.tryAgain}
    />
  );
}
