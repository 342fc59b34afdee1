import type { BridgeListeners, WherebyEmbedHandle } from '../bridge/types.js';
import type { FrameMessage } from '../bridge/listenToFrame.js';
import { explainProblem, printExplanation } from '../diagnosis/explainProblem.js';
import { readMessage } from '../protocol/readMessage.js';
import type { WherebyEmbedProps } from './types.js';

/** Why a message did not count: the first of these that is not the room's. */
type DropReason = 'window' | 'shape' | 'origin';

const findReason = ({ source, data }: FrameMessage, frame: HTMLIFrameElement | null): DropReason => {
  if (!source || source !== frame?.contentWindow) return 'window';
  return readMessage(data) ? 'origin' : 'shape';
};

/**
 * Whether a message of another window may be the room's: it has a known shape, and is of no other frame of the page.
 */
const isFromLostRoom = ({ data, source, origin }: FrameMessage, room: URL): boolean => {
  const event = readMessage(data);
  const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentWindow);
  return (
    origin === room.origin && event !== undefined && event.type !== 'unknown' && !frames.includes(source as Window)
  );
};

const advice: { readonly [Reason in DropReason]: (message: FrameMessage, room: URL) => string | undefined } = {
  window: (message, room) =>
    isFromLostRoom(message, room)
      ? 'A message of the room came from a window that is not the frame. Only the frame itself is listened to: do not open the room in another window and expect its events here.'
      : undefined,
  shape: () =>
    'The frame posted something other than a message of a room ({ type, payload }). Check that `room` is the URL of a room, not of another page.',
  origin: ({ origin }, room) =>
    origin === 'null'
      ? 'The room has no origin, so nobody can tell that its messages are its own: this page, or a page that frames it, is sandboxed. Add `allow-same-origin` to the `sandbox` attribute of the frame around it, or to the `sandbox` directive of its Content-Security-Policy.'
      : `A message came from ${origin} but the room is at ${room.origin}. Give the URL that the room redirects to as \`room\`, or the room's events and commands do not work.`,
};

/** What was reported already, by the handle of the embed. */
const reportedDrops = new WeakMap<object, Set<DropReason>>();

/** The handlers of these props, which also explain problems and dropped messages on the console. For development. */
export function withExplanations(
  props: WherebyEmbedProps,
  url: string | undefined,
  embed: WherebyEmbedHandle,
): BridgeListeners {
  const reported = reportedDrops.get(embed) ?? new Set<DropReason>();
  reportedDrops.set(embed, reported);
  return {
    ...props,
    // Once for each reason: a room that is framed under another origin posts many messages.
    onDrop(message) {
      const reason = findReason(message, embed.iframe);
      const text = url && !reported.has(reason) && advice[reason](message, new URL(url));
      if (!text) return;
      reported.add(reason);
      console.warn(`react-whereby-embed: ${text}`);
    },
    onError(error) {
      printExplanation(explainProblem(error, { room: url, allow: props.allow, allowedHosts: props.allowedHosts }));
      props.onError?.(error);
    },
  };
}
