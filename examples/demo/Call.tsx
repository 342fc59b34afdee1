import { useRef, useState } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';
import type { RoomEvent, RoomUrl, WherebyEmbedHandle } from 'react-whereby-embed';
import { Attendance } from './Attendance.js';
import { Commands } from './Commands.js';
import { EventLog } from './EventLog.js';
import type { LoggedEvent } from './EventLog.js';
import { Invite } from './Invite.js';

interface Props {
  readonly room: string | RoomUrl;
  readonly role: string;
  readonly meetingId?: string;
  readonly isHost?: boolean;
}

const KEPT = 200;

/** The meeting, and beside it what it says and what it can be told. */
export function Call({ room, role, meetingId, isHost }: Props) {
  const meeting = useRef<WherebyEmbedHandle>(null);
  const [log, setLog] = useState<readonly LoggedEvent[]>([]);
  const [exit, setExit] = useState<string>();

  const note = (name: string, payload: unknown) =>
    setLog((before) => [{ id: (before[0]?.id ?? 0) + 1, at: new Date(), name, payload }, ...before].slice(0, KEPT));
  const onEvent = (event: RoomEvent) => note(event.type === 'unknown' ? event.name : event.type, event.payload);

  return (
    <div className="call">
      <header>
        <h1>Meeting</h1>
        <p>
          You are here as <strong>{role}</strong>
          {exit && <span className="exit"> · you are out ({exit})</span>}
        </p>
        {meetingId && isHost && <Invite meetingId={meetingId} />}
      </header>
      <main>
        <WherebyEmbed
          ref={meeting}
          className="frame"
          room={room}
          chat
          people={role !== 'viewer'}
          minimal={role === 'viewer'}
          onEvent={onEvent}
          onJoin={() => setExit(undefined)}
          onExit={({ reason }) => setExit(reason)}
          onError={(error) => note(error.code, error.message)}
          loading={<p className="cover">Just a moment…</p>}
        />
      </main>
      <aside aria-label="What the meeting says and can be told">
        <Commands meeting={meeting} onFailure={(error) => note('rejected', String(error))} />
        <EventLog events={log} />
        {meetingId && isHost && <Attendance meetingId={meetingId} />}
      </aside>
    </div>
  );
}
