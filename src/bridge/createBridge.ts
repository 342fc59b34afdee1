import { WherebyError } from '../errors.js';
import { baseOf } from '../params/roomAddress.js';
import { readMessage } from '../protocol/readMessage.js';
import type { CommandName, RoomEvent } from '../protocol/types.js';
import { createCommands } from './createCommands.js';
import { findObstacle } from './findObstacle.js';

export type ExitReason = 'left' | 'removed' | 'ended';

export interface BridgeHandlers {
  onEvent(event: RoomEvent): void;
  /** The room can be used; also when that is only known from its other events. */
  onReady(): void;
  /** The stay is over. Once for each. */
  onExit(reason: ExitReason): void;
  /** Something keeps the meeting from working (`fatal`) or from working well. */
  onProblem(error: WherebyError, fatal?: boolean): void;
  /** How long a room may take to report ready, in milliseconds. */
  readyTimeout(): number;
}

export interface Bridge {
  /** The frame it listens to. */
  readonly frame: HTMLIFrameElement | null;
  /** Listens to a frame; another room than the last one's ends that stay first. Null stops listening. */
  attach(frame: HTMLIFrameElement | null): void;
  send(name: CommandName, argument?: unknown): Promise<void>;
}

/** How long a frame that was there before the page's scripts is given to speak up again. */
const LATE = 3000;

/**
 * One iframe's window and one page. A message counts only if it comes from that very window, then has the
 * right shape, then the right origin; everything else is dropped without a word.
 */
export function createBridge({ onEvent, onReady, onExit, onProblem, readyTimeout }: BridgeHandlers): Bridge {
  const { open, cancel, confirm, send } = createCommands();
  let frame: HTMLIFrameElement | null = null;
  let lastFrame: HTMLIFrameElement | undefined;
  let src: string | undefined;
  let origin: string;
  let lastRoom: string | undefined;
  let joined = false;
  /** Commands are let through. */
  let ready = false;
  /** The frame has said something, so it works. */
  let heard = false;
  /** It was there before anyone listened, so it may have said that it is ready to nobody. */
  let late = false;
  /** Counts the attachments: a timer of an earlier one is void. */
  let turn = 0;

  const exit = (reason: ExitReason) => {
    if (joined) onExit(reason);
    joined = false;
  };
  const start = () => {
    ready = true;
    open((message) => frame?.contentWindow?.postMessage(message, origin));
    onReady();
  };
  const after = (delay: number, act: () => void) => {
    const own = turn;
    setTimeout(() => heard || own !== turn || act(), Math.min(delay, 2 ** 31 - 1));
  };
  const hear = (message: MessageEvent) => {
    if (!message.source || message.source !== frame?.contentWindow) return;
    const event = readMessage(message.data);
    if (!event || message.origin !== origin) return;
    if (event.type !== 'unknown') {
      heard = true;
      if (!ready) start();
      confirm(event.prop, event.payload);
    }
    joined ||= event.type === 'join';
    onEvent(event);
    if (event.type === 'leave') exit(event.payload.removed ? 'removed' : 'left');
    if (event.type === 'meeting_end') exit('ended');
  };
  const block = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === 'frame-src' && `${blockedURI}/`.startsWith(`${origin}/`))
      onProblem(new WherebyError('FRAME_BLOCKED', `add ${origin} to frame-src of the Content-Security-Policy`), true);
  };
  /** Removing by name costs a tenth of aborting a signal, and a changed parameter attaches anew. */
  const listen = (change: 'addEventListener' | 'removeEventListener') => {
    window[change]('message', hear as EventListener);
    document[change]('securitypolicyviolation', block as EventListener);
  };

  return {
    get frame() {
      return frame;
    },
    send,
    attach(next) {
      turn++;
      if (frame) listen('removeEventListener');
      frame = next;
      cancel();
      // StrictMode takes a frame away and gives it back at once: only what is still gone then is gone.
      if (!next) return queueMicrotask(() => frame || cancel(true));

      listen('addEventListener');
      if (lastFrame !== next || src !== next.src) {
        ready = heard = false;
        // A window that has left its first, empty document was there before its page's scripts.
        late = lastFrame !== next && next.contentDocument?.URL !== 'about:blank';
      }
      lastFrame = next;
      const url = new URL((src = next.src));
      const room = baseOf(url);
      const obstacle = lastRoom ? undefined : findObstacle(next.getAttribute('allow')!);
      if (lastRoom && lastRoom !== room) {
        cancel(true);
        exit('left');
      }
      lastRoom = room;
      origin = url.origin;

      if (ready) start();
      after(readyTimeout(), () =>
        onProblem(
          new WherebyError('READY_TIMEOUT', 'open the room in a tab, check the network and allowed domains'),
          !ready,
        ),
      );
      if (late) after(LATE, start);
      if (obstacle) onProblem(obstacle);
    },
  };
}
