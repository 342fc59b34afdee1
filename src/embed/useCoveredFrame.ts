'use client';

import { useCallback, useEffect, useRef } from 'react';
import type { ReactNode, RefCallback, RefObject } from 'react';
import type { WherebyEmbedHandle } from '../bridge/types.js';
import { styleBox } from './styleBox.js';

function coverFrame(frame: HTMLIFrameElement, isCovered: boolean, isFailed: boolean): void {
  frame.inert = isCovered;
  frame.style.visibility = isCovered && isFailed ? 'hidden' : '';
}

/** Whether the focus is in an element, as its own document or shadow tree sees it. */
const hasFocus = (element: HTMLElement | null): boolean =>
  element?.contains((element.getRootNode() as Partial<DocumentOrShadowRoot>).activeElement ?? null) ?? false;

/** Whether the focus is on nothing: what had it is gone. */
const isFocusLost = ({ activeElement, body }: Document): boolean => !activeElement || activeElement === body;

export interface CoveredFrame {
  /** The ref of the frame. */
  readonly frameRef: RefCallback<HTMLIFrameElement>;
  /** For the element around the placeholder. */
  readonly placeholderProps: {
    readonly ref: RefObject<HTMLDivElement | null>;
    readonly tabIndex: -1;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
}

/**
 * Keeps a frame that lies under a placeholder from the keyboard and from screen readers. When a frame, a placeholder or
 * a button in it goes away with the focus, hands the focus to what is in its place.
 *
 * @param attach the frame's own ref
 * @param frameKey another one is another frame
 * @param placeholder what lies over the frame, if anything does
 * @param isFailed hides the frame too: browsers show an error page of their own in it
 */
export function useCoveredFrame(
  handle: WherebyEmbedHandle,
  attach: (frame: HTMLIFrameElement | null) => void,
  frameKey: string,
  placeholder: ReactNode,
  isFailed: boolean,
): CoveredFrame {
  const coverRef = useRef<HTMLDivElement>(null);
  const isCovered = !!placeholder;
  /** The frame that goes has it, or the placeholder: React reports no `blur` of what it removes itself. */
  const hadFocus = useRef(false);

  const frameRef = useCallback(
    (frame: HTMLIFrameElement | null) => {
      if (!frame && hasFocus(handle.iframe)) hadFocus.current = true;
      attach(frame);
      // The box may have been moved to another document with its frame.
      if (frame) styleBox(frame.parentElement);
    },
    [handle, attach],
  );

  useEffect(() => {
    const { iframe } = handle;
    const cover = coverRef.current;
    if (iframe && cover && hasFocus(iframe)) cover.focus();
    if (iframe) coverFrame(iframe, isCovered, isFailed);
    const successor = isCovered ? cover : iframe;
    if (!hadFocus.current || !successor) return;
    if (isFocusLost(successor.ownerDocument)) successor.focus({ preventScroll: true });
    hadFocus.current = hasFocus(cover);
    // Another frame, or anything else in the placeholder, may have removed what had the focus.
  }, [handle, frameKey, placeholder, isCovered, isFailed]);

  return {
    frameRef,
    placeholderProps: {
      ref: coverRef,
      tabIndex: -1,
      onFocus() {
        hadFocus.current = true;
      },
      onBlur() {
        hadFocus.current = false;
      },
    },
  };
}
