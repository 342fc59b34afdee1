import { readMessage } from '../protocol/readMessage.js';
import type { RoomEvent } from '../protocol/types.js';

/** Why a message did not count. */
export type DropReason = 'window' | 'shape' | 'origin';

export interface FrameListener {
  onEvent(event: RoomEvent): void;
  /** The page's Content-Security-Policy kept the frame from loading. */
  onBlocked(): void;
  /** Called for every message that did not count. For development. */
  onDrop?: ((reason: DropReason, message: MessageEvent) => void) | undefined;
}

/**
 * Listens to one frame. A message counts only if it comes from the frame's own window, then has the shape of a room's
 * message, then comes from the room's origin: another window may know the shape, and another page in the same window
 * (the room left it by a link) has another origin.
 *
 * @param listener read again for every message, so that handlers may change
 * @returns stops listening
 */
export function listenToFrame(
  frame: HTMLIFrameElement,
  { origin }: URL,
  { onEvent, onBlocked, onDrop }: FrameListener,
): () => void {
  const onMessage = (message: MessageEvent) => {
    if (!message.source || message.source !== frame.contentWindow) return onDrop?.('window', message);
    const event = readMessage(message.data);
    if (!event) return onDrop?.('shape', message);
    if (message.origin !== origin) return onDrop?.('origin', message);
    onEvent(event);
  };
  const onViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    // Browsers report the whole address, or the origin alone.
    if (effectiveDirective === 'frame-src' && `${blockedURI}/`.startsWith(`${origin}/`)) onBlocked();
  };
  // An AbortSignal would remove both at once, at ten times the cost (measured in Chromium 147), and every changed
  // parameter attaches the frame again.
  window.addEventListener('message', onMessage);
  document.addEventListener('securitypolicyviolation', onViolation);
  return () => {
    window.removeEventListener('message', onMessage);
    document.removeEventListener('securitypolicyviolation', onViolation);
  };
}
