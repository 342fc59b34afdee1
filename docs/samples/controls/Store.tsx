import { useEffect, useRef } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';
import type { WherebyEmbedHandle } from 'react-whereby-embed';

export function Lesson({ roomUrl }: { roomUrl: string }) {
  const meeting = useRef<WherebyEmbedHandle>(null);
  useEffect(() => {
    const { getState, subscribe } = meeting.current!;
    return subscribe(() => console.log(getState().phase));
  }, []);
  return <WherebyEmbed room={roomUrl} ref={meeting} />;
}
