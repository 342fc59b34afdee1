import { MeetingOutlet, MeetingProvider, useMeeting, useMeetingControl } from 'react-whereby-embed';

function Toolbar() {
  const phase = useMeeting((meeting) => meeting.phase);
  const camera = useMeetingControl('camera');
  if (phase !== 'joined') return null;
  return <button {...camera.props}>Camera</button>;
}

export function Lesson({ roomUrl }: { roomUrl: string }) {
  return (
    <MeetingProvider>
      <MeetingOutlet room={roomUrl} displayName="Ada" style={{ height: '80dvh' }} />
      <Toolbar />
    </MeetingProvider>
  );
}
