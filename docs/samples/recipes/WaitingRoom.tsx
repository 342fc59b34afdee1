// WaitingRoom.tsx
import { useState } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';

const texts = {
  outside: 'Press “Knock” when you are ready.',
  waiting: 'The host knows that you are here.',
  inside: '',
  left: 'Take care.',
} as const;

/** The visitor's page: shows above the room where they are. */
export function WaitingRoom({ room }: { room: string }) {
  const [place, setPlace] = useState<keyof typeof texts>('outside');
  return (
    <>
      <p role="status">{texts[place]}</p>
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
