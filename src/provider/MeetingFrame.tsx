'use client';

import { useContext, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { DefaultsContext, useOutletRegistry } from './MeetingContext.js';
import { MeetingProblem } from '../panels/MeetingProblem.js';
import type { WherebyEmbedHandle } from '../bridge/types.js';
import type { WherebyEmbedProps } from '../embed/types.js';
import { WherebyEmbed } from '../embed/WherebyEmbed.js';

export interface MeetingFrameProps extends WherebyEmbedProps {
  /**
   * Shown before the room is loaded, for example to ask for consent to a recording; `accept` loads the room. Asked
   * again for another room.
   */
  consent?: ((actions: { readonly accept: () => void }) => ReactNode) | undefined;
}

/** The one frame of a provider, which tells the provider's store of it. */
export function MeetingFrame({ consent, ...props }: MeetingFrameProps) {
  const hub = useOutletRegistry();
  const { labels } = useContext(DefaultsContext);
  const source = typeof props.room === 'object' ? props.room : undefined;
  const room = source ? source.url : (props.room as string);
  const [accepted, accept] = useState<string>();
  const handle = useRef<WherebyEmbedHandle>(null);
  const isOpen = !consent || !room || accepted === room;

  useEffect(() => {
    // The button that was pressed is gone.
    if (accepted) handle.current?.iframe?.focus();
  }, [accepted]);

  const [connect] = useState(() => (next: WherebyEmbedHandle | null) => {
    handle.current = next;
    hub.store.connect(next);
  });

  if (!isOpen) return <>{consent({ accept: () => accept(room) })}</>;
  return (
    <WherebyEmbed
      fallback={(error) =>
        source?.cover ?? (
          <MeetingProblem error={error} room={room} labels={labels} onRetry={() => handle.current?.reload()} />
        )
      }
      {...props}
      ref={connect}
    />
  );
}
