import { useRoomUrl, WherebyEmbed } from 'react-whereby-embed';
import type { ReactElement } from 'react';

/** The same page for everyone in a lesson: the server knows who is who. */
export function Lesson({ lesson }: { readonly lesson: string }): ReactElement {
  const room = useRoomUrl({ create: { key: lesson } });
  if (room.status === 'error') return <p role="alert">{room.error.message}</p>;
  const url = room.status === 'loading' ? undefined : room.url;
  return url ? <WherebyEmbed room={url} /> : <p>{room.status === 'expired' ? 'The lesson is over.' : 'One moment…'}</p>;
}
