import { useState } from 'react';
import { RoomsProvider, useRoomUrl } from 'react-whereby-embed';
import { sandboxRoom } from '../sandboxRoom.js';
import type { Room } from '../rooms.js';
import { createSandboxBackend } from './sandboxBackend.js';
import { StateView } from './StateView.js';
import type { StateViewProps } from './StateView.js';

export interface FromBackendProps {
  readonly heading: string;
  readonly about: string;
  readonly room: Room;
  /** When the meeting ends, in milliseconds from now; negative if it is over. */
  readonly endsIn: number;
  /** Whether the page follows a link to a meeting instead of creating one. */
  readonly late?: boolean;
}

type RequestedProps = Omit<StateViewProps, 'room'> & { readonly meetingId?: string | undefined };

function RequestedRoom({ meetingId, ...props }: RequestedProps) {
  const room = useRoomUrl(meetingId === undefined ? { create: { key: 'lesson' } } : { meetingId });
  // Undefined, so that the embed shows its own placeholder for the status of the hook.
  return <StateView {...props} room={room} loading={undefined} fallback={undefined} />;
}

/** A meeting whose URL `useRoomUrl` requests from an app's backend. */
export function FromBackend({ room, endsIn, late = false, ...props }: FromBackendProps) {
  const [backend] = useState(() => createSandboxBackend(sandboxRoom(room), endsIn));
  const [meetingId] = useState(() => (late ? backend.makeMeeting(endsIn) : undefined));
  return (
    <RoomsProvider fetch={backend.fetch}>
      <RequestedRoom {...props} meetingId={meetingId} />
    </RoomsProvider>
  );
}
