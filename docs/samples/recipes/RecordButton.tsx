// RecordButton.tsx
import { useMeeting, useMeetingControl } from 'react-whereby-embed';

/** For hosts, anywhere below the `MeetingProvider` of the meeting. */
export function RecordButton() {
  const status = useMeeting((meeting) => meeting.recording);
  const { props, error, supported } = useMeetingControl('recording');
  if (!supported) return null;
  return (
    <p>
      <button {...props}>Recording</button> <span role="status">{status && `Recording: ${status}`}</span>
      {error && <span role="alert">The room did not confirm it ({error.code}).</span>}
    </p>
  );
}
