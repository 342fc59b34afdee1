'use client';

import type { WherebyError } from '../errors/WherebyError.js';
import type { MeetingLabels } from './labels.js';

export interface MeetingProblemProps {
  error: WherebyError;
  /** The room's address, for "open in a new tab". Without it there is no such link. */
  room?: string | undefined;
  /** Called by "try again"; without it there is no such button. */
  onRetry?: (() => void) | undefined;
  labels?: Partial<MeetingLabels> | undefined;
}

const panel = { display: 'grid', placeContent: 'center', gap: '1rem', height: '100%', padding: '1rem' } as const;

/** Says that there is no meeting and what to do now. What `MeetingOutlet` shows where no `fallback` is given. */
export function MeetingProblem({ error, room, onRetry, labels }: MeetingProblemProps) {
  const {
    problem = 'The meeting could not be opened.',
    tryAgain = 'Try again',
    openInTab = 'Open in a new tab',
  } = labels ?? {};
  return (
    <div role="alert" style={{ ...panel, textAlign: 'center' }}>
      <div>
        {problem} <small>({error.code})</small>
      </div>
      <div style={{ display: 'flex', gap: '1rem', justifyContent: 'center', alignItems: 'center' }}>
        {onRetry && (
          <button type="button" onClick={onRetry}>
            {tryAgain}
          </button>
        )}
        {room && /^https?:/.test(room) && !/^ROOM_/.test(error.code) && (
          <a href={room} target="_blank" rel="noreferrer">
            {openInTab}
          </a>
        )}
      </div>
    </div>
  );
}
