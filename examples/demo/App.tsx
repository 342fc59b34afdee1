import { useCreateMeeting, useRoomUrl } from 'react-whereby-embed';
import { Call } from './Call.js';
import { linkFor } from './place.js';
import type { Place } from './place.js';

function NewMeeting() {
  const creating = useCreateMeeting();
  const create = async (locked: boolean) => {
    const { meetingId } = await creating.create({ minutes: 60, mode: 'group', locked });
    location.search = linkFor(meetingId, 'host');
  };
  return (
    <main className="start">
      <h1>Start a meeting</h1>
      <p>
        The page asks this demo’s own server, the server asks the API with its secret key, and you get the one address
        that is meant for you.
      </p>
      <p className="actions">
        <button className="primary" disabled={creating.status === 'creating'} onClick={() => void create(false)}>
          Open meeting
        </button>
        <button disabled={creating.status === 'creating'} onClick={() => void create(true)}>
          Locked meeting, guests knock
        </button>
      </p>
      {creating.status === 'error' && <p role="alert">{creating.error.message}</p>}
    </main>
  );
}

function Joined({ place, meetingId }: { place: Place; meetingId: string }) {
  const room = useRoomUrl({ meetingId });
  return <Call place={place} room={room} meetingId={meetingId} />;
}

export function App({ place }: { place: Place }) {
  if (place.room) return <Call place={place} room={place.room} />;
  if (place.meetingId) return <Joined place={place} meetingId={place.meetingId} />;
  return <NewMeeting />;
}
