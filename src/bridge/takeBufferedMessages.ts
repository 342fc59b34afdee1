import type { FrameMessage } from './listenToFrame.js';

/** Where the inline script of `RoomMessageBuffer` keeps its buffer on the window. */
export const BUFFER_KEY = '__reactWherebyEmbedMessages';

interface MessageBuffer {
  readonly messages: FrameMessage[];
  /** The windows of the frames whose messages were taken, which have a listener of their own now. */
  readonly taken: WeakSet<object>;
}

const findBuffer = (view: Window): MessageBuffer | undefined =>
  (view as unknown as Readonly<Record<string, MessageBuffer | undefined>>)[BUFFER_KEY];

/**
 * Takes the messages that a frame posted before the page's scripts ran, in order. A second call gets none.
 *
 * @returns undefined if the page has no buffer, so that nobody knows what the frame posted
 */
export function takeBufferedMessages(frame: HTMLIFrameElement): readonly FrameMessage[] | undefined {
  const buffer = findBuffer(frame.ownerDocument.defaultView ?? window);
  const source = frame.contentWindow;
  if (!buffer || !source) return undefined;
  buffer.taken.add(source);
  const isOfFrame = (message: FrameMessage) => message.source === source;
  const own = buffer.messages.filter(isOfFrame);
  buffer.messages.splice(0, Infinity, ...buffer.messages.filter((message) => !isOfFrame(message)));
  return own;
}
