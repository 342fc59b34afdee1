import { useState } from 'react';
import { MeetingOutlet, MeetingProvider, useMeeting } from 'react-whereby-embed';

function Pages({ room }: { readonly room: string }) {
  const { phase } = useMeeting();
  const [isAway, setAway] = useState(false);
  return (
    <main className="ui state">
      <div className="state-room">
        {isAway ? (
          <div className="state-page">
            <h2>Another page</h2>
            <p>The call goes on in the window at the corner of the page.</p>
          </div>
        ) : (
          <MeetingOutlet room={room} allowedHosts={[location.host]} displayName="Ada" className="state-embed" />
        )}
      </div>
      <div className="state-text">
        <h1>Floating call</h1>
        <p>
          The participant goes to another page of the app during the call: it floats, and is the same call when they
          come back.
        </p>
        <button
          type="button"
          className="button button-main"
          disabled={phase !== 'joined'}
          onClick={() => setAway(!isAway)}
        >
          {isAway ? 'Back to the meeting' : 'Go to another page'}
        </button>
      </div>
    </main>
  );
}

/** Two pages of an app, and a call that lives through both. */
export const FloatingCallView = ({ room }: { readonly room: string }) => (
  <MeetingProvider persist>
    <Pages room={room} />
  </MeetingProvider>
);
