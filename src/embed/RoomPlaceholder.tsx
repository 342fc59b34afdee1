'use client';

import { useEffect } from 'react';
import type { WherebyError } from '../errors/WherebyError.js';
import { roomLabels } from '../panels/labels/roomLabels.js';
import { QuietPanel } from '../panels/QuietPanel.js';
import { useLabels } from '../panels/useLabels.js';
import { isDevelopment } from '../params/isDevelopment.js';
import type { RoomSource } from './roomSource.js';

export interface RoomPlaceholderProps {
  /** Why there is no meeting, if that is known. */
  readonly failure: WherebyError | undefined;
  /** Where the room's URL comes from, if there is none. */
  readonly source: RoomSource | undefined;
  readonly retry: (() => unknown) | undefined;
}

/** Shown in the frame's place if the app does not show anything itself. */
export function RoomPlaceholder({ failure, source, retry }: RoomPlaceholderProps) {
  const labels = useLabels(roomLabels, undefined);
  const message = failure?.message;
  useEffect(() => {
    // In development the problem is on the console already, explained.
    if (message && !isDevelopment()) console.error(message);
  }, [message]);
  const text = source?.isOffline
    ? 'offline'
    : source?.status === 'expired'
      ? 'over'
      : source?.status === 'loading'
        ? 'gettingRoom'
        : 'problem';
  const isWaiting = text === 'offline' || text === 'gettingRoom';
  return (
    <QuietPanel
      role={isWaiting ? 'status' : 'alert'}
      text={labels[text]}
      code={text === 'problem' ? failure?.code : undefined}
      onRetry={text === 'gettingRoom' ? undefined : retry}
      label={labels.tryAgain}
    />
  );
}
