import type { FrameMessage } from './listenToFrame.js';

/** Where the inline script of `RoomMessageBuffer` keeps its buffer on the window. */
export const BUFFER_KEY = '__reactWherebyEmbedMessages';

/** Made by that script, so that only pages which have it carry its code. */
interface MessageBuffer {
  /** Takes what the window of a frame has posted, in order. It has a listener of its own now: nothing more is kept. */
  take(source: MessageEventSource): readonly FrameMessage[];
}

/**
 * Takes the messages that a frame posted before the page's scripts ran, in order. A second call gets none.
 *
 * @returns undefined if the page has no buffer, so that nobody knows what the frame posted
 */
export function takeBufferedMessages(frame: HTMLIFrameElement): readonly FrameMessage[] | undefined {
  const view: Window & { readonly [BUFFER_KEY]?: MessageBuffer } = frame.ownerDocument.defaultView ?? window;
  const source = frame.contentWindow;
  return source ? view[BUFFER_KEY]?.take(source) : undefined;
}
