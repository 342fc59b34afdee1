'use client';

import type { WherebyError, WherebyErrorCode } from '../errors/WherebyError.js';
import { applyChanges } from '../params/applyChanges.js';
import { readRoomAddress } from '../params/roomAddress.js';
import { applyStyle } from '../react/applyStyle.js';
import { roomLabels } from './labels.js';
import type { MeetingLabels } from './labels.js';
import { useLabels } from './useLabels.js';

export interface MeetingProblemProps {
  error: WherebyError;
  /** The room's URL, for the link that opens it in a new tab. Without it there is no link. */
  room?: string | URL | undefined;
  /** Called by the button "Try again". Without it there is no button. */
  onRetry?: (() => void) | undefined;
  /** Texts for languages other than English. Those of `MeetingProvider` need not be given again. */
  labels?: Partial<MeetingLabels> | undefined;
}

/** With these, opening the room's URL in a tab would not help either, or must not be offered. */
const roomProblems: readonly WherebyErrorCode[] = ['ROOM_MISSING', 'ROOM_INVALID', 'ROOM_HOST_REFUSED'];

const panel = /* @__PURE__ */ applyStyle(
  'display:grid;place-content:center;gap:1rem;box-sizing:border-box;height:100%;padding:1rem;text-align:center',
);
const actions = /* @__PURE__ */ applyStyle('display:flex;gap:1rem;justify-content:center;align-items:center');

/** Says that there is no meeting and what to do now. `MeetingOutlet` shows it by default; `fallback` replaces it. */
export function MeetingProblem({ error, room, onRetry, labels: given }: MeetingProblemProps) {
  const labels = useLabels(roomLabels, given);
  const address = readRoomAddress(room);
  return (
    <div role="alert" ref={panel}>
      <div>
        {labels.problem} <small>({error.code})</small>
      </div>
      <div ref={actions}>
        {onRetry && (
          <button type="button" onClick={onRetry}>
            {labels.tryAgain}
          </button>
        )}
        {address && !roomProblems.includes(error.code) && (
          <a href={applyChanges(address, new Map())} target="_blank" rel="noreferrer">
            {labels.openInTab}
          </a>
        )}
      </div>
    </div>
  );
}
