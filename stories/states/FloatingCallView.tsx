import { useState } from 'react';
import type { CSSProperties } from 'react';
import { MeetingOutlet, MeetingProvider, useMeeting } from 'react-whereby-embed';
import { usePresses } from './usePresses.js';

export interface FloatingCallViewProps {
  readonly room: string;
  /** Buttons of the page and of the window that are pressed as they appear, one after the other. */
  readonly presses?: readonly RegExp[] | undefined;
  /** Of the window, in place of its own. */
  readonly width?: string | undefined;
}

function Pages({ room, presses }: FloatingCallViewProps) {
  const { phase } = useMeeting();
  const [isAway, setAway] = useState(false);
  usePresses(() => document, presses);
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
export const FloatingCallView = ({ width, ...props }: FloatingCallViewProps) => (
  <div style={{ display: 'contents', ...(width && { '--whereby-float-width': width }) } as CSSProperties}>
    <MeetingProvider persist>
      <Pages {...props} />
    </MeetingProvider>
  </div>
);
