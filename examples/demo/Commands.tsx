import { clsx } from 'clsx';
import { useMeeting, useMeetingControl } from 'react-whereby-embed';
import type { MeetingControlName, MeetingRole } from 'react-whereby-embed';

const groups: readonly { title: string; names: readonly MeetingControlName[]; forHosts?: boolean }[] = [
  { title: 'You', names: ['microphone', 'camera', 'screenshare'] },
  { title: 'Panels', names: ['chat', 'people'] },
  { title: 'For hosts', names: ['recording', 'streaming', 'transcription', 'breakout', 'end'], forHosts: true },
  { title: 'Come and go', names: ['knock', 'leave'] },
];

/** A button of the page's own for what the room can do: `props` has what it needs, pressed and disabled states too. */
function Control({ name }: { name: MeetingControlName }) {
  const { props, pending, error } = useMeetingControl(name);
  return (
    <>
      <button
        {...props}
        aria-busy={pending}
        className={clsx('control', (name === 'end' || name === 'leave') && 'danger')}
      >
        {props['aria-label']}
      </button>
      {error && (
        <p role="alert" className="problem">
          {props['aria-label']}: {error.code}
        </p>
      )}
    </>
  );
}

function Settings() {
  const { phase, commands } = useMeeting();
  return (
    <button
      className="control"
      disabled={phase !== 'joined'}
      onClick={() => void commands.openSettings().catch(() => undefined)}
    >
      Settings
    </button>
  );
}

/** Everything the room can be told, in groups. What only hosts may do is shown to hosts, or if the role is not known. */
export function Commands({ role = 'host' }: { role?: MeetingRole | undefined }) {
  const phase = useMeeting((meeting) => meeting.phase);
  return (
    <section aria-labelledby="commands">
      <h2 id="commands">Commands</h2>
      {phase !== 'joined' && <p>Once you are in the meeting, these do what the room’s own buttons do.</p>}
      {groups
        .filter(({ forHosts }) => !forHosts || role === 'host')
        .map(({ title, names }) => (
          <div key={title} role="group" aria-label={title}>
            <h3>{title}</h3>
            <div className="buttons">
              {names.map((name) => (
                <Control key={name} name={name} />
              ))}
              {title === 'Panels' && <Settings />}
            </div>
          </div>
        ))}
    </section>
  );
}
