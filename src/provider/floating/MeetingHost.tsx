'use client';

import { useContext, useEffect, useInsertionEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type * as Floating from './FloatingBar.js';
import { DefaultsContext, useOutletRegistry } from '../MeetingContext.js';
import { MeetingFrame } from '../MeetingFrame.js';
import type { MeetingFrameProps } from '../MeetingFrame.js';
import { onNavigate } from './onNavigate.js';
import { useBrowserLayoutEffect } from '../useBrowserLayoutEffect.js';
import { useMeeting } from '../useMeeting.js';

export interface MeetingHostProps {
  /**
   * What becomes of a call that is on while no outlet is mounted: it floats in a corner, or goes on out of sight.
   * For a provider that persists. `float` unless said.
   */
  away?: 'float' | 'hide' | undefined;
  /**
   * When to leave the call: `unmount`, once no outlet is mounted any more; `navigate`, once the page has another
   * path than where the participant joined; `never`, only as the participant or a host wants it. `never` unless
   * said. Where the provider does not persist, the frame goes with its outlet in any case.
   */
  leaveOn?: 'unmount' | 'navigate' | 'never' | undefined;
  /** Has the browser ask before the page is closed or loaded anew while the participant is in the call. */
  confirmUnload?: boolean | undefined;
  /**
   * Called with path, query and hash of the page that last showed the meeting when the participant wants back to
   * it: give it your router's `navigate`. Without it, the floating window has no such button.
   */
  onReturn?: ((to: string) => void) | undefined;
}

/** How long a room may take to confirm that the participant has left before the frame is taken away. */
const LEAVING = 2000;

const filling = { display: 'grid', flex: '1 1 auto', minHeight: 0, borderRadius: 'inherit' };
const windowed = { display: 'grid', height: 'var(--whereby-float-height,16rem)', minHeight: 0 };
const hidden = { display: 'none' };

/** Holds the frame of a provider that persists; sees to how calls of both kinds are left. */
export function MeetingHost({ away = 'float', leaveOn, confirmUnload, onReturn }: MeetingHostProps) {
  const hub = useOutletRegistry();
  const { persist, stage, store } = hub;
  const { setHome } = stage;
  const { props: defaults, labels } = useContext(DefaultsContext);
  const claim = useSyncExternalStore(hub.subscribe, hub.getClaim, hub.getClaim);
  const phase = useMeeting((meeting) => meeting.phase);
  const [departure, depart] = useState<'asked' | 'over'>();
  const [floating, setFloating] = useState<typeof Floating>();
  const [isSmall, minimise] = useState(false);
  const joinedAt = useRef<string>(undefined);

  const isJoined = phase === 'joined';
  const isOn = isJoined || phase === 'knocking';
  const { isClaimed, isDocked } = claim;
  const isOpen = persist && (isClaimed || (isOn && departure !== 'over'));
  const canFloat = isOn && away === 'float' && !departure;
  const isFloating = isOpen && !isDocked && canFloat && floating;
  const props = { ...defaults, ...claim.props } as MeetingFrameProps;
  const leave = () => depart(isJoined ? 'asked' : 'over');

  // A departure is of one call; the next one knows nothing of it.
  if (departure && (isClaimed || !isOn)) depart(undefined);

  const latest = useRef({ props, leave });
  useInsertionEffect(() => {
    latest.current = { props, leave };
  });

  useEffect(() => {
    if (departure !== 'asked') return;
    void store.getState().commands.leaveRoom();
    const timer = setTimeout(() => {
      // A room that does not answer is left by taking its frame away.
      latest.current.props.onExit?.({ reason: 'left' });
      depart('over');
    }, LEAVING);
    return () => clearTimeout(timer);
  }, [store, departure]);

  useEffect(() => {
    if (persist && leaveOn === 'unmount' && !isClaimed && isOn) latest.current.leave();
  }, [persist, leaveOn, isClaimed, isOn]);

  useEffect(() => {
    joinedAt.current = isJoined ? location.pathname : undefined;
  }, [isJoined]);

  useEffect(() => {
    if (leaveOn !== 'navigate' || !isJoined) return;
    return onNavigate(() => {
      if (location.pathname === joinedAt.current) return;
      joinedAt.current = location.pathname;
      if (persist && !isClaimed) latest.current.leave();
      else void store.getState().commands.leaveRoom();
    });
  }, [persist, store, leaveOn, isJoined, isClaimed]);

  useEffect(() => {
    if (!confirmUnload || !isJoined) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [confirmUnload, isJoined]);

  useEffect(() => {
    // Loaded when there is a call, before it is needed. Without it the call goes on out of sight.
    if (persist && isOn && away === 'float')
      void import('./FloatingBar.js').then(
        (module) => setFloating(module),
        () => undefined,
      );
  }, [persist, isOn, away]);

  useBrowserLayoutEffect(() => {
    if (persist) stage.setAway(canFloat ? floating?.windowStyle : undefined);
  }, [persist, stage, canFloat, floating]);

  if (!persist) return null;
  return (
    <div ref={setHome} style={{ display: 'contents' }}>
      {isOpen &&
        createPortal(
          <>
            {isFloating && (
              <floating.FloatingBar
                stage={stage}
                labels={labels}
                isSmall={isSmall}
                onMinimise={minimise}
                onLeave={leave}
                onReturn={onReturn && (() => onReturn(claim.path))}
              />
            )}
            <MeetingFrame
              {...props}
              className={undefined}
              id={undefined}
              style={isFloating ? (isSmall ? hidden : windowed) : filling}
            />
          </>,
          stage.element,
        )}
    </div>
  );
}
