'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { adoptRulesAround } from '../../panels/adoptRulesAround.js';
import { windowLabels } from '../../panels/labels/windowLabels.js';
import type { MeetingLabels } from '../../panels/labels/MeetingLabels.js';
import { useLabels } from '../../panels/useLabels.js';
import { useMeetingControl } from '../useMeetingControl.js';
import { getFocused } from './ancestors.js';
import { CallTimer } from './CallTimer.js';
import type { FrameHost } from './createFrameHost.js';
import { handFocus } from './handFocus.js';
import { isElement } from './isElement.js';
import { keepReachable } from './keepReachable.js';
import { hasMoved, moveWindow } from './moveWindow.js';
import { resizeWindow } from './resizeWindow.js';
import { WindowButton } from './WindowButton.js';
import { bar, dangerous, textButton, timer, title, windowRules } from './windowStyles.js';

export { windowStyle } from './windowStyles.js';

export interface FloatingBarProps {
  frameHost: FrameHost;
  labels: Partial<MeetingLabels> | undefined;
  joinedSince: RefObject<number | undefined>;
  isMinimised: boolean;
  onMinimise: (isMinimised: boolean) => void;
  onLeave: () => void;
  onReturn: (() => void) | undefined;
}

/** The microphone, which the small window has no room to show otherwise. */
function MicrophoneButton({ label }: { readonly label: string }) {
  const { enabled, props } = useMeetingControl('microphone', { label });
  return <WindowButton {...props} label={label} icon={enabled === false ? 'microphoneOff' : 'microphone'} />;
}

/** Calls `step` with what an arrow key asks for, in pixels. */
const onArrow = (step: (x: number, y: number) => void) => (event: KeyboardEvent) => {
  const size = event.shiftKey ? 64 : 16;
  const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [];
  if (x === undefined || y === undefined) return;
  event.preventDefault();
  step(x * size, y * size);
};

/** Calls `step` with how far the pointer is from where it was pressed, until it is released. */
function followPointer(event: PointerEvent<HTMLElement>, step: (x: number, y: number) => void): void {
  const { currentTarget, pointerId, clientX, clientY } = event;
  const handle: HTMLElement = currentTarget;
  handle.setPointerCapture(pointerId);
  const stop = new AbortController();
  const { signal } = stop;
  handle.addEventListener('pointermove', (to) => step(to.clientX - clientX, to.clientY - clientY), { signal });
  handle.addEventListener('lostpointercapture', () => stop.abort(), { signal });
}

/** Head of the floating window: title, and buttons to move and resize it, go back to the page, minimise it and leave. */
export function FloatingBar({
  frameHost,
  labels: given,
  joinedSince,
  isMinimised,
  onMinimise,
  onLeave,
  onReturn,
}: FloatingBarProps) {
  const labels = useLabels(windowLabels, given);
  const [isAsking, setAsking] = useState(false);
  const stayButton = useRef<HTMLButtonElement>(null);
  const leaveButton = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);

  useEffect(() => {
    // The button that was pressed is gone, and the focus with it.
    if (isAsking) stayButton.current?.focus();
    else if (wasAsking.current) leaveButton.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  useLayoutEffect(() => {
    const { element } = frameHost;
    element.classList.add('whereby-window');
    adoptRulesAround(element, windowRules);
    return () => {
      element.classList.remove('whereby-window');
      element.removeAttribute('data-minimised');
    };
  }, [frameHost]);

  useLayoutEffect(() => {
    const { element } = frameHost;
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', labels.window);
    return () => {
      element.removeAttribute('role');
      element.removeAttribute('aria-label');
    };
  }, [frameHost, labels.window]);

  useLayoutEffect(() => {
    const { element } = frameHost;
    const { ownerDocument } = element;
    const focused = getFocused(element);
    let outside = element.contains(focused) ? null : focused;
    const rememberFocus = (event: FocusEvent) => {
      // Outside of a shadow tree, its host is the target of what happens in it.
      const [target] = event.composedPath();
      if (isElement(target) && !element.contains(target)) outside = target as HTMLElement;
    };
    ownerDocument.addEventListener('focusin', rememberFocus);
    if (!matchMedia?.('(prefers-reduced-motion: reduce)').matches)
      element.animate?.([{ opacity: 0, transform: 'translateY(1rem)' }, {}], { duration: 150, easing: 'ease-out' });
    return () => {
      ownerDocument.removeEventListener('focusin', rememberFocus);
      // The window closes with the call: the focus goes back to where it was before. Later, because StrictMode runs
      // this for a window that stays.
      const { home } = frameHost;
      if (!home || !element.contains(getFocused(element))) return;
      queueMicrotask(() => {
        if (home.isConnected && !element.contains(getFocused(element))) handFocus(home, outside);
      });
    };
  }, [frameHost]);

  useLayoutEffect(() => keepReachable(frameHost), [frameHost]);

  useLayoutEffect(() => {
    frameHost.element.toggleAttribute('data-minimised', isMinimised);
    // Its size has changed, so part of it may be outside of the page now.
    if (hasMoved(frameHost.element)) moveWindow(frameHost.element)(0, 0);
  }, [frameHost, isMinimised]);

  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.button || (event.target as Element).closest('button:not([data-handle=move])')) return;
    followPointer(event, moveWindow(frameHost.element));
  };
  /** The handle is in the corner at the start of the head: moving it outwards makes the window larger. */
  const resizeFromCorner = (): ReturnType<typeof resizeWindow> => {
    const resize = resizeWindow(frameHost.element);
    const outwards = getComputedStyle(frameHost.element).direction === 'rtl' ? 1 : -1;
    return (x, y) => resize(outwards * x, -y);
  };

  if (isAsking)
    return (
      <div
        style={bar}
        role="alertdialog"
        aria-label={labels.confirmLeave}
        onPointerDown={drag}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setAsking(false);
        }}
      >
        <span style={{ ...title, flex: 1 }}>{labels.confirmLeave}</span>
        <button type="button" data-danger style={{ ...textButton, ...dangerous }} onClick={onLeave}>
          {labels.leaveNow}
        </button>
        {/* Where the button was that asks, so that pressing it twice leaves nothing. */}
        <button type="button" ref={stayButton} style={textButton} onClick={() => setAsking(false)}>
          {labels.stay}
        </button>
      </div>
    );

  return (
    <div style={bar} onPointerDown={drag}>
      {!isMinimised && (
        <WindowButton
          icon="resize"
          label={labels.resize}
          data-handle="resize"
          onPointerDown={(event) => {
            if (!event.button) followPointer(event, resizeFromCorner());
          }}
          onKeyDown={onArrow((x, y) => resizeFromCorner()(x, y))}
        />
      )}
      <WindowButton
        icon="move"
        label={labels.move}
        data-handle="move"
        onKeyDown={onArrow((x, y) => moveWindow(frameHost.element)(x, y))}
      />
      <span style={title}>{labels.window}</span>
      <span style={timer}>{isMinimised && <CallTimer since={joinedSince} />}</span>
      {isMinimised && <MicrophoneButton label={labels.microphone} />}
      {onReturn && <WindowButton icon="back" label={labels.back} onClick={onReturn} />}
      <WindowButton
        icon={isMinimised ? 'restore' : 'minimise'}
        label={isMinimised ? labels.restore : labels.minimise}
        onClick={() => onMinimise(!isMinimised)}
      />
      <WindowButton
        buttonRef={leaveButton}
        icon="leave"
        label={labels.leave}
        isDangerous
        onClick={() => setAsking(true)}
      />
    </div>
  );
}
