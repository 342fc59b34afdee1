import { useState } from 'react';
import { RoomsProvider, useRoomUrl } from 'react-whereby-embed';
import { sandboxRoom } from '../sandboxRoom.js';
import type { Room } from '../rooms.js';
import { createSandboxBackend } from './sandboxBackend.js';
import { StateView } from './StateView.js';
import type { StateViewProps } from './StateView.js';

export interface FromBackendProps {
  readonly about: string;
  readonly room: Room;
  /** Of the meeting, in milliseconds from now: that long ago where it is less than none. */
  readonly endsIn: number;
  /** Follows a link to a meeting rather than making one. */
  readonly late?: boolean;
}

type AskedFor = Omit<StateViewProps, 'room'> & { readonly meetingId?: string | undefined };

function Asked({ meetingId, ...props }: AskedFor) {
  const room = useRoomUrl(meetingId === undefined ? { create: { key: 'lesson' } } : { meetingId });
  // What the hook itself has to show covers for the room.
  return <StateView {...props} room={room} loading={undefined} fallback={undefined} />;
}

/** A meeting whose address `useRoomUrl` asks an app's backend for. */
export function FromBackend({ room, endsIn, late = false, ...props }: FromBackendProps) {
  const [backend] = useState(() => createSandboxBackend(sandboxRoom(room), endsIn));
  const [meetingId] = useState(() => (late ? backend.makeMeeting(endsIn) : undefined));
  return (
    <RoomsProvider fetch={backend.fetch}>
      <Asked {...props} meetingId={meetingId} />
    </RoomsProvider>
  );
}
