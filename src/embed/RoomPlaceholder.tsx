import { roomLabels } from '../panels/labels.js';
import { QuietPanel } from '../panels/QuietPanel.js';
import { useLabels } from '../panels/useLabels.js';
import type { RoomSource } from './roomSource.js';

export interface RoomPlaceholderProps {
  /** Where the room's URL comes from, if there is none. */
  readonly source: RoomSource | undefined;
  readonly retry: (() => unknown) | undefined;
}

/** Shown in the frame's place if the app does not show anything itself. */
export function RoomPlaceholder({ source, retry }: RoomPlaceholderProps) {
  const labels = useLabels(roomLabels, undefined);
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
      onRetry={text === 'gettingRoom' ? undefined : retry}
      label={labels.tryAgain}
    />
  );
}
