import { useMeeting, useMeetingControl } from 'react-whereby-embed';
import { Notice } from '../parts/Notice.js';
import { useTexts } from '../texts/useTexts.js';
import { useOnline } from './useOnline.js';

/** Says that the connection is weak or gone, while it is. The room comes back by itself, or with a button. */
export function ConnectionTrouble() {
  const { call } = useTexts();
  const [phase, connection] = useMeeting((meeting) => [meeting.phase, meeting.connection] as const);
  const reload = useMeetingControl('reload', { label: call.reload });
  const isOnline = useOnline();
  // Without a connection, the browser would find no room.
  const button = isOnline && (
    <button {...reload.props} className="button">
      {call.reload}
    </button>
  );
  if (phase !== 'joined') return null;
  if (!isOnline || connection === 'offline')
    return (
      <Notice tone="bad" icon="warning" role="alert">
        {call.offline} {button}
      </Notice>
    );
  if (connection === 'unstable')
    return (
      <Notice tone="warn" icon="warning" role="status">
        {call.unstable} {button}
      </Notice>
    );
  return null;
}
