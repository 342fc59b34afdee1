import { readMessage } from '../protocol/readMessage.js';
import type { RoomEvent } from '../protocol/types.js';
import { watchBlocking } from './watchBlocking.js';
import type { BlockingPolicy } from './watchBlocking.js';

/** What of a message is looked at: a part of the DOM's `MessageEvent`. */
export type FrameMessage = Pick<MessageEvent<unknown>, 'source' | 'data' | 'origin'>;

export interface FrameListener {
  onEvent(event: RoomEvent): void;
  /** A policy kept the frame from loading. May be called more than once for one problem. */
  onBlocked(policy: BlockingPolicy): void;
  /** Somebody took the frame out of the page, or closed the window that it is in, if that is not the app's own. */
  onGone(): void;
  /** Called for every message that did not count. For development. */
  onDrop(message: FrameMessage): void;
}

/**
 * Listens to one frame. A message counts only if it comes from the frame's own window, then has the shape of a room's
 * message, then comes from the room's origin: another window may know the shape, and another page in the same window
 * (the participant followed a link out of the room) has another origin.
 *
 * @param includePast reports policies that blocked the frame before we listened, too
 * @returns `read` takes a message that was received earlier, `stop` stops listening
 */
export function listenToFrame(
  frame: HTMLIFrameElement,
  room: URL,
  { onEvent, onBlocked, onGone, onDrop }: FrameListener,
  includePast: boolean,
) {
  // A portal may have put the frame into another window of the app, which is where its messages arrive.
  const view = frame.ownerDocument.defaultView ?? window;
  const read = (message: FrameMessage) => {
    const isOfFrame = message.source && message.source === frame.contentWindow;
    const event = isOfFrame ? readMessage(message.data) : undefined;
    if (event && message.origin === room.origin) onEvent(event);
    else onDrop(message);
  };
  view.addEventListener('message', read);
  // Nobody is there to see the end of the app's own window.
  if (view !== window) view.addEventListener('pagehide', onGone);
  // Nothing reports that an element is gone, but its size is then another one.
  const sizes = view.ResizeObserver && new view.ResizeObserver(() => frame.isConnected || onGone());
  sizes?.observe(frame);
  const stopWatching = watchBlocking(view, room, onBlocked, includePast);
  return {
    read,
    stop() {
      view.removeEventListener('message', read);
      view.removeEventListener('pagehide', onGone);
      sizes?.disconnect();
      stopWatching();
    },
  };
}
