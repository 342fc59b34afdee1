import { useState } from 'react';
import { MeetingEnded, MeetingOutlet, MeetingProvider } from 'react-whereby-embed';
import type { ExitReason, MeetingRole, RoomEvent, RoomUrl } from 'react-whereby-embed';
import { Attendance } from './Attendance.js';
import { Commands } from './Commands.js';
import { EventLog } from './EventLog.js';
import type { LoggedEvent } from './EventLog.js';
import { Invite } from './Invite.js';
import { person } from './person.js';
import { Status } from './Status.js';

interface Props {
  readonly room: string | RoomUrl;
  readonly role?: MeetingRole | undefined;
  /** The meeting's id, for its host. */
  readonly hostsMeeting?: string | undefined;
}

const KEPT = 200;

/** The meeting, and around it what it says, what it can be told, and who was there. */
export function Call({ room, role, hostsMeeting }: Props) {
  const [log, setLog] = useState<readonly LoggedEvent[]>([]);
  const [exit, setExit] = useState<ExitReason>();

  const note = (name: string, payload: unknown) =>
    setLog((before) => [{ id: (before[0]?.id ?? 0) + 1, at: new Date(), name, payload }, ...before].slice(0, KEPT));
  const onEvent = (event: RoomEvent) => note(event.type === 'unknown' ? event.name : event.prop, event.payload);

  return (
    <MeetingProvider
      room={room}
      displayName={person.name || undefined}
      chat
      people={role !== 'viewer'}
      minimal={role === 'viewer'}
      onEvent={onEvent}
      onExit={({ reason }) => setExit(reason)}
      onError={({ message }) => note('onError', message)}
      readyTimeout={15_000}
    >
      <div className="call">
        <header>
          <h1>Meeting</h1>
          <Status role={role} />
          <a href="?">New meeting</a>
        </header>
        <main>
          <div className="frame">
            {exit ? <MeetingEnded reason={exit} onJoinAgain={() => setExit(undefined)} /> : <MeetingOutlet />}
          </div>
        </main>
        {hostsMeeting && <Attendance meetingId={hostsMeeting} />}
        <aside aria-label="Around the meeting">
          {hostsMeeting && <Invite meetingId={hostsMeeting} />}
          <Commands role={role} />
          <EventLog events={log} onClear={() => setLog([])} />
        </aside>
      </div>
    </MeetingProvider>
  );
}
