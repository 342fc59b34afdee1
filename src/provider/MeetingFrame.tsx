'use client';

import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { WherebyEmbedHandle } from '../bridge/types.js';
import type { WherebyEmbedProps } from '../embed/types.js';
import { isRoomSource } from '../embed/roomSource.js';
import { WherebyEmbed } from '../embed/WherebyEmbed.js';
import { MeetingProblem } from '../panels/MeetingProblem.js';
import { stripQuery, readRoomAddress } from '../params/roomAddress.js';
import { getFocused } from './floating/ancestors.js';
import { handFocus } from './floating/handFocus.js';
import { useOutletRegistry } from './MeetingContext.js';
import { useMeeting } from './useMeeting.js';

export interface MeetingFrameProps extends WherebyEmbedProps {
  /**
   * Shown before the room is loaded, for example to ask for consent to a recording; `accept` loads the room. Asked
   * again for another room, but not for another URL of the same one.
   * @example consent={({ accept }) => <MeetingConsent onAccept={accept} />}
   * @see `docs/panels.md`
   */
  consent?: ((actions: { readonly accept: () => void }) => ReactNode) | undefined;
}

/** The one frame of a provider. It connects the provider's store to the embed. */
export function MeetingFrame({ consent, ...props }: MeetingFrameProps) {
  const { store, onDismiss, onReload } = useOutletRegistry();
  const source = isRoomSource(props.room) ? props.room : undefined;
  const url = isRoomSource(props.room) ? props.room.url : props.room;
  const room = readRoomBase(url);
  const [acceptedRoom, acceptRoom] = useState<string>();
  const [dismissedRoom, dismissRoom] = useState<string>();
  const [lastUrl, setLastUrl] = useState<string>();
  const isKnocking = useMeeting(({ phase }) => phase === 'knocking');
  const handle = useRef<WherebyEmbedHandle>(null);
  const needsConsent = consent !== undefined && room !== undefined && acceptedRoom !== room;

  if (source?.status === 'ready' && source.url !== lastUrl) setLastUrl(source.url);
  // A page that shows the meeting again requests its URL again, and the knock must not be lost meanwhile.
  const isRequestedAgain = isKnocking && source?.status === 'loading' && lastUrl;

  // The page of a call that goes on may be shown again, and finds its URL then.
  useEffect(() => source?.keep?.(), [source]);

  useEffect(() => {
    // The button that was pressed is gone, and the focus with it.
    const iframe = acceptedRoom ? handle.current?.iframe : undefined;
    // A frame that is covered takes no focus. What covers it comes after it, and hands the focus on.
    const focusable = iframe?.inert ? iframe.nextElementSibling : iframe;
    (focusable as HTMLElement | null | undefined)?.focus();
  }, [acceptedRoom]);

  const [connect] = useState(() => (next: WherebyEmbedHandle | null) => {
    handle.current = next;
    store.connect(next);
  });

  useEffect(() => onReload(() => handle.current?.reload()), [onReload]);

  useEffect(
    () =>
      onDismiss(() => {
        const iframe = handle.current?.iframe;
        if (iframe?.parentElement && getFocused(iframe) === iframe) handFocus(iframe.parentElement);
        dismissRoom(room);
      }),
    [onDismiss, room],
  );

  if (room !== undefined && dismissedRoom === room) return null;
  if (needsConsent) return <>{consent({ accept: () => acceptRoom(room) })}</>;
  return (
    <WherebyEmbed
      fallback={(error, { room, retry }) =>
        // An error before the next attempt is none for the participant.
        source?.status === 'loading' ? undefined : (
          <MeetingProblem
            error={error}
            cause={source?.status === 'expired' ? 'over' : undefined}
            room={room}
            onRetry={retry}
          />
        )
      }
      {...props}
      room={isRequestedAgain ? lastUrl : props.room}
      ref={connect}
    />
  );
}

/** Origin and path of a room URL: two URLs that share them are of the same room. */
function readRoomBase(url: unknown): string | undefined {
  const read = readRoomAddress(url);
  return read && stripQuery(read.url);
}
