'use client';

import { useLayoutEffect } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import type { FrameHost } from './createFrameHost.js';
import { windowLabels } from '../../panels/labels.js';
import type { MeetingLabels } from '../../panels/labels.js';
import { useLabels } from '../../panels/useLabels.js';
import { getFocused } from './ancestors.js';
import { handFocus } from './handFocus.js';
import { keepReachable } from './keepReachable.js';
import { moveWindow } from './moveWindow.js';

/** Style of the floating window, whose head is FloatingBar. */
export const windowStyle =
  // `all: unset`, for site-wide rules on every element, and for the browser's own rules on popovers.
  'all:unset;display:flex;flex-direction:column;position:fixed;box-sizing:border-box;overflow:hidden;' +
  'inset-inline-end:max(.75rem,env(safe-area-inset-right));bottom:max(.75rem,env(safe-area-inset-bottom));' +
  'width:min(var(--whereby-float-width,24rem),100vw - 1.5rem);max-height:calc(100dvh - 1.5rem);' +
  'z-index:var(--whereby-float-z,1000);border-radius:.75rem;background:Canvas;color:CanvasText;' +
  'box-shadow:0 0 0 1px GrayText,0 .5rem 2rem rgb(0 0 0/.3)';

export interface FloatingBarProps {
  frameHost: FrameHost;
  labels: Partial<MeetingLabels> | undefined;
  isMinimised: boolean;
  onMinimise: (isMinimised: boolean) => void;
  onLeave: () => void;
  onReturn: (() => void) | undefined;
}

const bar: CSSProperties = {
  all: 'unset',
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  font: '600 .875rem system-ui',
  touchAction: 'none',
};
const button: CSSProperties = {
  all: 'unset',
  boxSizing: 'border-box',
  width: '2.25rem',
  height: '2.25rem',
  padding: '.625rem',
  borderRadius: '.5rem',
  cursor: 'pointer',
  outline: 'revert',
  outlineOffset: '-2px',
};

// As styles, which win over site-wide rules for `svg`; attributes do not.
const icon: CSSProperties = {
  all: 'unset',
  display: 'block',
  width: '1rem',
  height: '1rem',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
};
const title: CSSProperties = {
  all: 'unset',
  flex: 1,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  userSelect: 'none',
};

/** Paths of icons, 16 by 16. */
const icons = {
  move: 'M5 3v0M11 3v0M5 8v0M11 8v0M5 13v0M11 13v0',
  back: 'M9 2h5v5M14 2 8 8M6 3H2v11h11v-4',
  minimise: 'M3 13h10',
  restore: 'M3 3h10v10H3z',
  leave: 'M3 3l10 10M13 3 3 13',
};

/** Head of the floating window: title, and buttons to move it, go back to the page, minimise it and leave the call. */
export function FloatingBar({
  frameHost,
  labels: given,
  isMinimised,
  onMinimise,
  onLeave,
  onReturn,
}: FloatingBarProps) {
  const labels = useLabels(windowLabels, given);

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
      if (target instanceof HTMLElement && !element.contains(target)) outside = target;
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
    // Its size has changed, so part of it may be outside of the page now.
    if (frameHost.element.style.top) moveWindow(frameHost.element)(0, 0);
  }, [frameHost, isMinimised]);

  const nudge = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 64 : 16;
    const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [];
    if (x === undefined || y === undefined) return;
    event.preventDefault();
    moveWindow(frameHost.element)(x * step, y * step);
  };
  const renderButton = (name: keyof typeof icons, label: string, onClick?: () => void) => (
    <button
      type="button"
      aria-label={label}
      title={label}
      style={button}
      onClick={onClick}
      onKeyDown={onClick ? undefined : nudge}
    >
      <svg viewBox="0 0 16 16" style={icon} aria-hidden>
        <path d={icons[name]} />
      </svg>
    </button>
  );
  const drag = (event: PointerEvent<HTMLElement>) => {
    const { currentTarget: head, pointerId, clientX, clientY, button: pressed } = event;
    if (pressed || (event.target as Element).closest('button:not(:first-child)')) return;
    const move = moveWindow(frameHost.element);
    head.setPointerCapture(pointerId);
    const stop = new AbortController();
    const { signal } = stop;
    const follow = (to: globalThis.PointerEvent) => move(to.clientX - clientX, to.clientY - clientY);
    (head as HTMLElement).addEventListener('pointermove', follow, { signal });
    head.addEventListener('lostpointercapture', () => stop.abort(), { signal });
  };

  return (
    <div style={{ ...bar, cursor: 'grab' }} onPointerDown={drag}>
      {renderButton('move', labels.move)}
      <span style={title}>{labels.window}</span>
      {onReturn && renderButton('back', labels.back, onReturn)}
      {renderButton(isMinimised ? 'restore' : 'minimise', isMinimised ? labels.restore : labels.minimise, () =>
        onMinimise(!isMinimised),
      )}
      {renderButton('leave', labels.leave, onLeave)}
    </div>
  );
}
