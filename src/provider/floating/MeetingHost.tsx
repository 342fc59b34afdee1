'use client';

import { useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { DefaultsContext, useOutletRegistry } from '../MeetingContext.js';
import { MeetingFrame } from '../MeetingFrame.js';
import type { MeetingFrameProps } from '../MeetingFrame.js';
import { useLatest } from '../../embed/useLatest.js';
import { useBrowserLayoutEffect } from '../../embed/useBrowserLayoutEffect.js';
import { useMeeting } from '../useMeeting.js';
import { getFocused } from './ancestors.js';
import type * as FloatingBarModule from './FloatingBar.js';
import { handFocus } from './handFocus.js';
import { onNavigate } from './onNavigate.js';
import { readRoute } from './readRoute.js';

export interface MeetingHostProps {
  /**
   * What happens to a running call while no outlet is mounted: it floats in a corner, or goes on out of sight. Only for
   * a provider that persists. Defaults to `float`.
   * @example away="hide"
   * @see `docs/persistent-call.md#the-floating-window`
   */
  away?: 'float' | 'hide' | undefined;
  /**
   * When to leave the call: `unmount`, once no outlet is mounted any more; `navigate`, once the page has another path
   * than the one the participant joined on; `never`, only when the participant or a host wants it. Defaults to `never`.
   * If the provider does not persist, the frame goes with its outlet in any case.
   * @example leaveOn="navigate"
   * @see `docs/persistent-call.md#leaving`
   */
  leaveOn?: 'unmount' | 'navigate' | 'never' | undefined;
  /**
   * Makes the browser ask before the page is closed or reloaded while the participant is in the call.
   * @example confirmUnload
   * @see `docs/persistent-call.md#leaving`
   */
  confirmUnload?: boolean | undefined;
  /**
   * Called with path, query and hash of the page that last showed the meeting when the participant wants to go back to
   * it: pass your router's `navigate`. Without it, the floating window has no such button.
   * @example onReturn={(to) => history.pushState(null, '', to)}
   * @see `docs/persistent-call.md#the-floating-window`
   */
  onReturn?: ((to: string) => void) | undefined;
}

/** How long a room may take to confirm that the participant has left before the frame is removed, in milliseconds. */
const LEAVE_WITHIN = 2000;

// All of it written out, for site-wide rules on every element.
const frameStyle = {
  display: 'grid',
  margin: 0,
  border: 0,
  padding: 0,
  minHeight: 0,
  boxSizing: 'border-box',
} as const;
const fillStyle = { ...frameStyle, flex: '1 1 auto', borderRadius: 'inherit' };
const windowFrameStyle = { ...frameStyle, height: 'var(--whereby-float-height,16rem)' };
const minimisedStyle = { display: 'none' };

/** Holds the frame of a provider that persists, and ends calls as `leaveOn` says. */
export function MeetingHost({ away = 'float', leaveOn, confirmUnload, onReturn }: MeetingHostProps) {
  const registry = useOutletRegistry();
  const { persist, frameHost, store } = registry;
  const { setHome } = frameHost;
  const defaults = useContext(DefaultsContext);
  const outlet = useSyncExternalStore(registry.subscribe, registry.getActiveOutlet, registry.getActiveOutlet);
  const phase = useMeeting((meeting) => meeting.phase);
  const [departure, setDeparture] = useState<'asked' | 'over'>();
  const [floatingBar, setFloatingBar] = useState<typeof FloatingBarModule>();
  const [isMinimised, setMinimised] = useState(false);
  const joinedAt = useRef<string>(undefined);
  const joinedSince = useRef<number>(undefined);
  const dismissTimer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const isJoined = phase === 'joined';
  const isRunning = isJoined || phase === 'knocking';
  const hasOutlet = outlet.isMounted;
  const isOpen = persist && !outlet.elsewhere && (hasOutlet || (isRunning && departure !== 'over'));
  const canFloat = isRunning && away === 'float' && !departure;
  const isFloating = isOpen && !outlet.isDocked && canFloat && floatingBar;
  const props = { ...defaults, ...outlet.props } as MeetingFrameProps;
  const leave = () => setDeparture(isJoined ? 'asked' : 'over');

  // Reset when that call is over.
  if (departure && (hasOutlet || !isRunning)) setDeparture(undefined);

  const latest = useLatest({ leave });

  useEffect(() => {
    if (departure !== 'asked') return;
    void store.getState().commands.leaveRoom();
    const timer = setTimeout(() => {
      // A room that does not confirm is left by removing its frame.
      setDeparture('over');
    }, LEAVE_WITHIN);
    return () => clearTimeout(timer);
  }, [store, departure]);

  useEffect(() => {
    if (persist && leaveOn === 'unmount' && !hasOutlet && isRunning) latest.current.leave();
  }, [persist, latest, leaveOn, hasOutlet, isRunning]);

  useEffect(() => {
    joinedAt.current = isJoined ? readRoute(location) : undefined;
    joinedSince.current = isJoined ? Date.now() : undefined;
  }, [isJoined]);

  useEffect(() => {
    if (leaveOn !== 'navigate' || !isJoined) return;
    return onNavigate(() => {
      const route = readRoute(location);
      if (route === joinedAt.current) return;
      joinedAt.current = route;
      if (persist && !hasOutlet) return latest.current.leave();
      void store.getState().commands.leaveRoom();
      clearTimeout(dismissTimer.current);
      dismissTimer.current = setTimeout(() => {
        if (store.getState().phase === 'joined') registry.dismissFrame();
      }, LEAVE_WITHIN);
    });
  }, [persist, store, registry, latest, leaveOn, isJoined, hasOutlet]);
  useEffect(() => () => clearTimeout(dismissTimer.current), []);

  useEffect(() => {
    if (!confirmUnload || !isJoined) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [confirmUnload, isJoined]);

  useEffect(() => {
    // Loaded during the call, before it is needed. If it cannot be loaded, the call goes on out of sight.
    if (!persist || !isRunning || away !== 'float') return;
    let isMounted = true;
    import('./FloatingBar.js').then(
      (module) => {
        if (isMounted) setFloatingBar(module);
      },
      () => undefined,
    );
    return () => {
      isMounted = false;
    };
  }, [persist, isRunning, away]);

  useBrowserLayoutEffect(() => {
    if (persist) frameHost.setAway(canFloat ? floatingBar?.windowStyle : undefined);
  }, [persist, frameHost, canFloat, floatingBar]);

  const isOutOfSight = isOpen && away === 'hide' && !hasOutlet;
  useBrowserLayoutEffect(() => {
    const { element, home } = frameHost;
    if (isOutOfSight && home && element.contains(getFocused(element))) handFocus(home);
  }, [frameHost, isOutOfSight]);

  if (!persist) return null;
  return (
    // Hidden until a script gives it its style: see `setHome`.
    <div ref={setHome} hidden>
      {isOpen &&
        createPortal(
          <>
            {isFloating && (
              <floatingBar.FloatingBar
                frameHost={frameHost}
                labels={props.labels}
                joinedSince={joinedSince}
                isMinimised={isMinimised}
                onMinimise={setMinimised}
                onLeave={leave}
                onReturn={onReturn && (() => onReturn(outlet.path))}
              />
            )}
            <MeetingFrame
              {...props}
              className={undefined}
              id={undefined}
              style={isFloating ? (isMinimised ? minimisedStyle : windowFrameStyle) : fillStyle}
            />
          </>,
          frameHost.element,
        )}
    </div>
  );
}
