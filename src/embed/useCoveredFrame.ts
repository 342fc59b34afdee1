'use client';

import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { WherebyEmbedHandle } from '../bridge/types.js';

function coverFrame(frame: HTMLIFrameElement, isCovered: boolean, isFailed: boolean): void {
  frame.inert = isCovered;
  frame.style.visibility = isCovered && isFailed ? 'hidden' : '';
}

/**
 * Keeps a frame that lies under a placeholder from the keyboard and from screen readers, and hands the focus over when
 * the placeholder comes and goes.
 *
 * @param frameKey changes with the frame
 * @param isFailed hides the frame too: browsers show an error page of their own in it
 * @returns the ref of the placeholder
 */
export function useCoveredFrame(
  handle: WherebyEmbedHandle,
  frameKey: string,
  isCovered: boolean,
  isFailed: boolean,
): RefObject<HTMLDivElement | null> {
  const placeholder = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);

  useEffect(() => {
    const { iframe } = handle;
    if (!iframe) return;
    const { activeElement } = iframe.getRootNode() as Document | ShadowRoot;
    if (isCovered && activeElement === iframe) placeholder.current?.focus();
    coverFrame(iframe, isCovered, isFailed);
    if (!isCovered && hadFocus.current) iframe.focus();
    hadFocus.current = false;
  }, [handle, frameKey, isCovered, isFailed]);

  useEffect(() => {
    const element = placeholder.current;
    if (!element) return;
    // Once it is removed, nothing tells any more that it had the focus.
    const remember = ({ type }: FocusEvent) => {
      hadFocus.current = type === 'focusin';
    };
    element.addEventListener('focusin', remember);
    element.addEventListener('focusout', remember);
    return () => {
      element.removeEventListener('focusin', remember);
      element.removeEventListener('focusout', remember);
    };
  }, [isCovered]);

  return placeholder;
}
