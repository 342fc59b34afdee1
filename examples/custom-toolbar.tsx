import { clsx } from 'clsx';
import { MeetingOutlet, MeetingProvider, useMeeting, useMeetingControl } from 'react-whereby-embed';
import type { MeetingControlName } from 'react-whereby-embed';

/** A button of the app's own for anything the room can do: `props` has what it needs, the look is yours. */
function Control({ name }: { name: MeetingControlName }) {
  const { props, enabled, pending } = useMeetingControl(name);
  return (
    <button {...props} className={clsx('control', enabled && 'on')} aria-busy={pending}>
      {props['aria-label']}
    </button>
  );
}

/** What the room reports, in words. What it has not said is not shown. */
function StatusBar() {
  const { phase, participantCount, recording, connection } = useMeeting();
  return (
    <p role="status">
      {phase === 'joined' ? 'In the meeting' : phase}
      {participantCount !== undefined && ` · ${participantCount} here`}
      {recording === 'started' && ' · being recorded'}
      {connection && connection !== 'stable' && ` · connection ${connection}`}
    </p>
  );
}

const controls: MeetingControlName[] = ['camera', 'microphone', 'chat', 'people', 'leave'];

/** The room without its own toolbar, and one of the app's below it. */
export function MeetingWithToolbar({ room }: { room: string }) {
  return (
    <MeetingProvider room={room} bottomToolbar={false} topToolbar={false} leaveButton={false}>
      <MeetingOutlet style={{ width: 'min(100%, 178dvh)', aspectRatio: '16 / 9', marginInline: 'auto' }} />
      <StatusBar />
      <div role="toolbar" aria-label="Meeting">
        {controls.map((name) => (
          <Control key={name} name={name} />
        ))}
      </div>
    </MeetingProvider>
  );
}
