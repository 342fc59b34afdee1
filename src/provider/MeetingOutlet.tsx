'use client';

import { useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import { DefaultsContext, useOutletRegistry } from './MeetingContext.js';
import { MeetingFrame } from './MeetingFrame.js';
import type { MeetingFrameProps } from './MeetingFrame.js';
import { pickAttributes } from '../embed/pickAttributes.js';
import { useBrowserLayoutEffect } from '../embed/useBrowserLayoutEffect.js';
import { styleOutlet } from './styleOutlet.js';

export type MeetingOutletProps = Partial<MeetingFrameProps>;

/**
 * Where the meeting of the nearest `MeetingProvider` is shown. Takes the props of `WherebyEmbed`; those that are
 * omitted are the provider's. If the provider persists, the call goes on when the outlet unmounts, unless the outlet is
 * in another document than the provider.
 * @throws WherebyError `PROVIDER_MISSING`
 */
export function MeetingOutlet(props: MeetingOutletProps) {
  const defaults = useContext(DefaultsContext);
  return useOutletRegistry().persist ? (
    <DockingBox {...props} />
  ) : (
    // Without a room, the embed reports ROOM_MISSING.
    <MeetingFrame {...({ ...defaults, ...props } as MeetingFrameProps)} />
  );
}

/** The box that the provider's frame is shown in. */
function DockingBox({ className, style, id, ...props }: MeetingOutletProps) {
  const registry = useOutletRegistry();
  const defaults = useContext(DefaultsContext);
  const box = useRef<HTMLDivElement>(null);
  // As with `WherebyEmbed`: `data-*` goes on the element, the rest is the meeting's.
  const meetingProps = Object.fromEntries(Object.entries(props).filter(([name]) => !name.startsWith('data-')));

  const isElsewhere = useSyncExternalStore(
    registry.subscribe,
    () => registry.getActiveOutlet().elsewhere === box,
    () => false,
  );

  useBrowserLayoutEffect(() => {
    styleOutlet(box.current);
    return box.current ? registry.frameHost.dock(box.current) : undefined;
  }, [registry]);
  // Not a layout effect: React undoes those of what it hides for a moment, and the meeting is to stay.
  useEffect(() => {
    const { home } = registry.frameHost;
    const isElsewhere = home !== null && box.current?.ownerDocument !== home.ownerDocument;
    registry.register(box, meetingProps, isElsewhere);
  });
  useEffect(() => () => registry.unregister(box), [registry]);

  return (
    <div {...pickAttributes(props, 'data-')} ref={box} id={id} className={className} style={style}>
      {isElsewhere ? (
        <MeetingFrame {...({ ...defaults, ...meetingProps } as MeetingFrameProps)} />
      ) : (
        // Takes up the space in the server's HTML, where the box has no style yet: see styleOutlet.
        <svg width="100%" height="320" aria-hidden />
      )}
    </div>
  );
}
