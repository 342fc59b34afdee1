'use client';

import { useContext, useEffect, useRef } from 'react';
import { DefaultsContext, useOutletRegistry } from './MeetingContext.js';
import { MeetingFrame } from './MeetingFrame.js';
import type { MeetingFrameProps } from './MeetingFrame.js';
import { useBrowserLayoutEffect } from './useBrowserLayoutEffect.js';

export type MeetingOutletProps = Partial<MeetingFrameProps>;

/**
 * Where the meeting of the nearest `MeetingProvider` is shown. Takes the props of `WherebyEmbed`; what is not given
 * here is taken from the provider. Where the provider persists, the call goes on when this goes.
 * @throws WherebyError `PROVIDER_MISSING`
 */
export function MeetingOutlet(props: MeetingOutletProps) {
  const defaults = useContext(DefaultsContext);
  return useOutletRegistry().persist ? (
    <Box {...props} />
  ) : (
    <MeetingFrame {...({ ...defaults.props, ...props } as MeetingFrameProps)} />
  );
}

function Box({ className, style, id, ...props }: MeetingOutletProps) {
  const hub = useOutletRegistry();
  const box = useRef<HTMLDivElement>(null);
  // As with `WherebyEmbed`: `data-*` are the element's, the rest is the meeting's.
  const data: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) (name.startsWith('data-') ? data : rest)[name] = value;

  useBrowserLayoutEffect(() => hub.stage.dock(box.current!), [hub]);
  // Not with the layout: React takes that away for a moment from what it hides, and the meeting is to stay.
  useEffect(() => hub.claim(box, rest));
  useEffect(() => () => hub.release(box), [hub]);

  const fill = className || style ? undefined : { height: '100%', minHeight: '20rem' };
  return <div {...data} ref={box} id={id} className={className} style={{ ...fill, ...style }} />;
}
