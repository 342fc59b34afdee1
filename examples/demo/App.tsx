import { useRoomUrl } from 'react-whereby-embed';
import { Call } from './Call.js';
import type { Place } from './place.js';
import { Start } from './Start.js';

function InvitedCall({ place, meetingId }: { place: Place; meetingId: string }) {
  const room = useRoomUrl({ meetingId });
  return (
    <Call
      room={room}
      role={'role' in room ? room.role : undefined}
      hostsMeeting={place.invite ? undefined : meetingId}
    />
  );
}

export function App({ place }: { place: Place }) {
  if (place.room) return <Call room={place.room} />;
  if (place.meetingId) return <InvitedCall place={place} meetingId={place.meetingId} />;
  return <Start unknown={place.unknown} />;
}
