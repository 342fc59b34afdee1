'use client';

import { RoomsProvider, useRoomUrl, WherebyEmbed } from 'react-whereby-embed';
import type { ReactElement } from 'react';

function Room({ meetingId }: { readonly meetingId: string }): ReactElement {
  return <WherebyEmbed room={useRoomUrl({ meetingId })} />;
}

export const Meeting = ({ meetingId }: { readonly meetingId: string }): ReactElement => (
  <RoomsProvider>
    <Room meetingId={meetingId} />
  </RoomsProvider>
);
