import { roomLabels } from '../panels/labels.js';
import type { MeetingLabels } from '../panels/labels.js';
import type { RoomSource } from './roomSource.js';

export interface RoomPlaceholderProps {
  readonly source: RoomSource;
  readonly labels: Partial<MeetingLabels> | undefined;
}

const center = { display: 'grid', placeContent: 'center', height: '100%' };

/** Shown in the frame's place while `useRoomUrl` has no address, if the app does not show anything itself. */
export function RoomPlaceholder({ source: { status, retry, refresh }, labels: given }: RoomPlaceholderProps) {
  const labels = { ...roomLabels, ...given };
  if (status === 'loading')
    return (
      <div role="status" style={center}>
        {labels.gettingRoom}
      </div>
    );
  const again = retry ?? refresh;
  return (
    <div role="alert" style={center}>
      <p>{status === 'expired' ? labels.over : labels.problem}</p>
      {again && (
        <button type="button" onClick={() => void again()}>
          {labels.tryAgain}
        </button>
      )}
    </div>
  );
}
