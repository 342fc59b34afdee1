import { useState } from 'react';
import type { FormEvent } from 'react';
import { useCreateMeeting } from 'react-whereby-embed';
import type { Invitations } from '../demo-server/createDemoBackend.js';
import { person } from './person.js';
import { linkFor } from './place.js';
import { Preview } from './Preview.js';
import { get } from './useAnswer.js';

const roles = {
  host: 'Host: lets people in, records, ends the meeting',
  visitor: 'Guest: takes part, and knocks if the meeting is locked',
  viewer: 'Viewer: watches and listens, with a smaller room',
};

/** Creates a meeting and goes there. The page asks its own server, which asks the API with its secret key. */
export function Start({ unknown }: { unknown: readonly string[] }) {
  const meeting = useCreateMeeting();
  const [failed, setFailed] = useState(false);

  const start = async (form: FormData) => {
    setFailed(false);
    person.name = (form.get('name') as string).trim();
    const role = form.get('role') as keyof typeof roles;
    const { meetingId } = await meeting.create({ minutes: 60, locked: form.has('locked') });
    const invitations = await get<Invitations>(`/api/meetings/${meetingId}/invitations`);
    location.search = linkFor(meetingId, role === 'host' ? undefined : invitations[role]);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (meeting.status === 'creating') return;
    start(new FormData(event.currentTarget)).catch(() => setFailed(true));
  };

  return (
    <main className="start">
      <div>
        <h1>Try a meeting</h1>
        <p>Start one, send the link to somebody, or open it in a second tab and talk to yourself.</p>
        {unknown.length > 0 && (
          <p role="alert" className="problem">
            This link leads to no meeting: “{unknown.join(', ')}” in it means nothing here. Ask for the link again, or
            start a meeting.
          </p>
        )}
        <form onSubmit={submit}>
          <label>
            Your name
            <input name="name" autoComplete="name" defaultValue={person.name} maxLength={60} />
          </label>
          <fieldset>
            <legend>You come as</legend>
            {Object.entries(roles).map(([role, text]) => (
              <label key={role} className="choice">
                <input type="radio" name="role" value={role} defaultChecked={role === 'host'} />
                {text}
              </label>
            ))}
          </fieldset>
          <label className="choice">
            <input type="checkbox" name="locked" /> Locked: guests knock, and the host lets them in
          </label>
          <button className="main" aria-disabled={meeting.status === 'creating'}>
            {meeting.status === 'creating' ? 'Opening…' : 'Open meeting'}
          </button>
          {failed && (
            <p role="alert" className="problem">
              The meeting could not be opened{meeting.status === 'error' && ` (${meeting.error.code})`}. Try again.
            </p>
          )}
        </form>
        <details>
          <summary>Use a room that you have</summary>
          <form>
            <label>
              Its address
              <input name="room" type="url" required placeholder="https://your-name.whereby.com/your-room" />
            </label>
            <button>Open room</button>
          </form>
        </details>
      </div>
      <Preview />
    </main>
  );
}
