import { useCreateMeeting, useRoomUrl } from 'react-whereby-embed';
import { Call } from './Call.js';
import { linkFor } from './place.js';
import type { Place } from './place.js';

function NewMeeting() {
  const creating = useCreateMeeting();
  const create = async (locked: boolean) => {
    const { meetingId } = await creating.create({ minutes: 60, locked });
    location.search = linkFor(meetingId);
  };
  const open = (locked: boolean) => void create(locked).catch(() => undefined);
  const busy = creating.status === 'creating';
  return (
    <main className="start">
      <h1>Start a meeting</h1>
      <p>
        This page asks the demo’s own server, which asks the API with its secret key, and gets the one address that is
        meant for you.
      </p>
      <p className="actions">
        <button className="primary" disabled={busy} onClick={() => open(false)}>
          Open meeting
        </button>
        <button disabled={busy} onClick={() => open(true)}>
          Locked meeting, guests knock
        </button>
      </p>
      {creating.status === 'error' && <p role="alert">The meeting could not be created ({creating.error.code}).</p>}
    </main>
  );
}

function Invited({ place, meetingId }: { place: Place; meetingId: string }) {
  const room = useRoomUrl({ meetingId });
  const role = 'role' in room && room.role ? room.role : '…';
  return <Call room={room} role={role} meetingId={meetingId} isHost={!place.invite} />;
}

export function App({ place }: { place: Place }) {
  if (place.room) return <Call room={place.room} role="whoever the address says" />;
  if (place.meetingId) return <Invited place={place} meetingId={place.meetingId} />;
  return <NewMeeting />;
}
