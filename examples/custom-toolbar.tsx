import type { CSSProperties } from 'react';
import { MeetingOutlet, MeetingProvider, useMeeting, useMeetingControl } from 'react-whereby-embed';
import type { MeetingControlName } from 'react-whereby-embed';

const toolbar: CSSProperties = {
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'center',
  gap: 8,
  padding: 12,
};

const control: CSSProperties = {
  minHeight: 40,
  padding: '4px 16px',
  border: '1px solid light-dark(#7d8a86, #75847f)',
  borderRadius: 999,
  background: 'light-dark(#ffffff, #1a2220)',
  color: 'light-dark(#18211f, #e9efed)',
  font: 'inherit',
  cursor: 'pointer',
};

const on: CSSProperties = { borderColor: 'light-dark(#0b655d, #6fd3c4)', background: 'light-dark(#dff1ee, #16372f)' };
const danger: CSSProperties = { borderColor: '#b3261e', background: '#b3261e', color: '#ffffff' };
const unusable: CSSProperties = { opacity: 0.55, cursor: 'default' };

/** A button of the app's own for anything the room can do: `props` has what it needs, the look is yours. */
function Control({ name }: { name: MeetingControlName }) {
  const { props, enabled, pending } = useMeetingControl(name);
  const look = name === 'leave' ? danger : enabled ? on : {};
  return (
    <button
      {...props}
      style={{ ...control, ...look, ...((props.disabled || props['aria-disabled']) && unusable) }}
      aria-busy={pending}
    >
      {props['aria-label']}
    </button>
  );
}

/** What the room reports, in words. What it has not said is not shown. */
function StatusBar() {
  const { phase, participantCount, recording, connection } = useMeeting();
  return (
    <p role="status" style={{ margin: '8px 0 0', textAlign: 'center' }}>
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
      <div role="toolbar" aria-label="Meeting" style={toolbar}>
        {controls.map((name) => (
          <Control key={name} name={name} />
        ))}
      </div>
    </MeetingProvider>
  );
}
