'use client';

import { RoomsProvider, useRoomUrl, WherebyEmbed } from 'react-whereby-embed';
import type { ReactElement } from 'react';

function Room({ meetingId }: { readonly meetingId: string }): ReactElement {
  const room = useRoomUrl({ meetingId });
  if (room.status === 'error') return <button onClick={() => void room.retry()}>{room.error.code}: try again</button>;
  const url = room.status === 'loading' ? undefined : room.url;
  return url ? (
    <WherebyEmbed room={url} />
  ) : (
    <p>{room.status === 'expired' ? 'This meeting is over.' : 'One moment…'}</p>
  );
}

export const Meeting = ({ meetingId }: { readonly meetingId: string }): ReactElement => (
  <RoomsProvider>
    <Room meetingId={meetingId} />
  </RoomsProvider>
);
