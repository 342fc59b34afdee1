import { roomLabels } from '../panels/labels.js';
import type { MeetingLabels } from '../panels/labels.js';
import { useLabels } from '../panels/useLabels.js';
import { applyStyle } from '../react/applyStyle.js';
import type { RoomSource } from './roomSource.js';

export interface RoomPlaceholderProps {
  readonly source: RoomSource;
  readonly labels: Partial<MeetingLabels> | undefined;
}

const center = /* @__PURE__ */ applyStyle('display:grid;place-content:center;height:100%');

/** Shown in the frame's place while `useRoomUrl` has no URL, if the app does not show anything itself. */
export function RoomPlaceholder({ source, labels: given }: RoomPlaceholderProps) {
  const { status, isOffline, retry, refresh } = source;
  const labels = useLabels(roomLabels, given);
  if (status === 'loading' && !isOffline)
    return (
      <div role="status" ref={center}>
        {labels.gettingRoom}
      </div>
    );
  const again = retry ?? refresh;
  const text = isOffline ? labels.offline : status === 'expired' ? labels.over : labels.problem;
  return (
    <div role={isOffline ? 'status' : 'alert'} ref={center}>
      <p>{text}</p>
      {again && (
        <button type="button" onClick={() => void again()}>
          {labels.tryAgain}
        </button>
      )}
    </div>
  );
}
