import { useState } from 'react';
import type { ReactElement } from 'react';
import { useRoomUrl, WherebyEmbed } from 'react-whereby-embed';

const texts = {
  outside: 'Press “Knock” when you are ready.',
  waiting: 'The doctor knows that you are here.',
  inside: '',
  left: 'Take care.',
} as const;

/** The patient's page: shows their place in the process above the room. */
export function WaitingRoom({ meetingId }: { readonly meetingId: string }): ReactElement {
  const room = useRoomUrl({ meetingId });
  const [place, setPlace] = useState<keyof typeof texts>('outside');
  return (
    <>
      {room.status === 'ready' && <p role="status">{texts[place]}</p>}
      <WherebyEmbed
        room={room}
        onKnock={() => setPlace('waiting')}
        onCancelKnock={() => setPlace('outside')}
        onJoin={() => setPlace('inside')}
        onExit={() => setPlace('left')}
      />
    </>
  );
}
