import { useRef } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';
import type { WherebyEmbedHandle } from 'react-whereby-embed';

export function Call({ room, name }: { room: string; name: string }) {
  const meeting = useRef<WherebyEmbedHandle>(null);
  return (
    <>
      <WherebyEmbed
        ref={meeting}
        room={room}
        displayName={name}
        minimal
        chat="off"
        onJoin={() => console.log('joined')}
        onLeave={({ removed }) => console.log(removed ? 'removed' : 'left')}
      />
      <button onClick={() => meeting.current?.toggleCamera()}>Camera</button>
    </>
  );
}
