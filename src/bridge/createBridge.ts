import { WherebyError } from '../errors/WherebyError.js';
import { initialState } from '../meeting/initialState.js';
import { readReported, reduceEvent } from '../meeting/reduceEvent.js';
import { hasLoaded } from '../meeting/phases.js';
import { createStore } from '../meeting/createStore.js';
import { stateAfterDetach } from '../meeting/stateAfterDetach.js';
import type { MeetingState } from '../meeting/MeetingState.js';
import { baseOf } from '../params/roomAddress.js';
import { createCommandMethods } from '../protocol/createCommandMethods.js';
import { readMessage } from '../protocol/readMessage.js';
import type { RoomEvent } from '../protocol/types.js';
import { createCommandQueue } from './commandQueue.js';
import { findDeniedDevice } from '../diagnosis/deniedDevice.js';
import type { BridgeHandlers, ExitReason, WherebyEmbedHandle } from './types.js';

export interface Bridge {
  /** Who hears of what happens from now on, and what is done first when the participant joins. */
  update(handlers: BridgeHandlers, onJoin: () => void): void;
  /** Listens to a frame; another room than the last one's ends that stay first. Null stops listening. */
  attach(frame: HTMLIFrameElement | null): void;
  /** Tells of a problem; `fatal` where it leaves no meeting. */
  report(error: WherebyError, fatal?: boolean): void;
  /** Whether the room can be used, or why it cannot. */
  getStatus(): boolean | WherebyError;
  readonly handle: WherebyEmbedHandle;
}

/** How long a frame that was there before the page's scripts is given to speak up again. */
const LATE = 3000;

/**
 * One iframe's window and one page, and the state of the meeting in it. A message counts only if it comes from that
 * very window, then has the shape of one, then comes from the room's origin.
 */
export function createBridge(reload: () => void): Bridge {
  let handlers: BridgeHandlers;
  let onJoin: () => void;
  let frame: HTMLIFrameElement | null = null;
  let lastFrame: HTMLIFrameElement | undefined;
  let url: URL;
  let failure: WherebyError;
  let joined = false;
  /** The frame has said something, so it works. */
  let heard = false;
  /** It was there before anyone listened, so it may have said that it is ready to nobody. */
  let late = false;
  /** How things stood when the frame went: a part of the page that is hidden for a while comes back with it. */
  let away: MeetingState | undefined;
  /** Counts the attachments: a timer of an earlier one is void. */
  let turn = 0;

  const methods = createCommandMethods((name, argument) => send(name, argument));
  const { getState, subscribe, set } = createStore<MeetingState>({ ...initialState, commands: methods });

  const getStatus = () => {
    const { phase } = getState();
    return phase === 'failed' ? failure : hasLoaded(phase);
  };
  const { flush, cancel, confirm, send } = createCommandQueue(
    () =>
      frame && getStatus() === true ? (message) => frame!.contentWindow?.postMessage(message, url.origin) : undefined,
    (prop) => readReported(prop, getState()),
    (error) => {
      // That the frame went away is no news to whoever took it away.
      if (error.code !== 'COMMAND_CANCELLED') set({ error });
    },
  );

  const report = (error: WherebyError, fatal?: boolean) => {
    // A call that is on outlives a room that is missing for a moment.
    const isOver = fatal && getState().phase !== 'joined';
    if (isOver) failure = error;
    set({ error, ...(isOver && { phase: 'failed', reason: error.code }) });
    handlers.onError?.(error);
  };
  const exit = (reason: ExitReason) => {
    if (joined) handlers.onExit?.({ reason });
    joined = false;
  };
  const hear = (event: RoomEvent) => {
    set(reduceEvent(event, getState()));
    flush();
  };
  const after = (delay: number, act: () => void) => {
    const own = turn;
    setTimeout(() => heard || own !== turn || act(), Math.min(delay, 2 ** 31 - 1));
  };

  const onMessage = ({ source, data, origin }: MessageEvent) => {
    if (!source || source !== frame?.contentWindow) return;
    const event = readMessage(data);
    if (!event || origin !== url.origin) return;
    hear(event);
    if (event.type !== 'unknown') {
      heard = true;
      confirm(event.prop);
    }
    if (event.type === 'join') {
      joined = true;
      onJoin();
    }
    handlers.onEvent?.(event);
    if (event.type !== 'unknown') (handlers[event.prop] as ((payload: unknown) => void) | undefined)?.(event.payload);
    if (event.type === 'leave') exit(event.payload.removed ? 'removed' : 'left');
    if (event.type === 'meeting_end') exit('ended');
  };
  const onViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === 'frame-src' && `${blockedURI}/`.startsWith(`${url.origin}/`))
      report(new WherebyError('FRAME_BLOCKED', `add ${url.origin} to frame-src of the Content-Security-Policy`), true);
  };
  /** Removing by name costs a tenth of aborting a signal, and a changed parameter attaches anew. */
  const listen = (change: 'addEventListener' | 'removeEventListener') => {
    window[change]('message', onMessage as EventListener);
    document[change]('securitypolicyviolation', onViolation as EventListener);
  };

  return {
    update(nextHandlers, nextOnJoin) {
      handlers = nextHandlers;
      onJoin = nextOnJoin;
    },
    report,
    getStatus,
    attach(next) {
      turn++;
      if (frame) listen('removeEventListener');
      frame = next;
      cancel();
      if (!next)
        // StrictMode takes a frame away and gives it back at once: only what is still gone then is gone.
        return queueMicrotask(() => {
          if (frame) return;
          cancel(true);
          away = getState();
          set(stateAfterDetach(away));
        });

      listen('addEventListener');
      const last = lastFrame && url;
      const isNew = lastFrame !== next;
      lastFrame = next;
      url = new URL(next.src);
      const obstacle = last ? undefined : findDeniedDevice(next.getAttribute('allow')!);
      if (isNew || last!.href !== url.href) {
        heard = false;
        // A window that has left its first, empty document was there before its page's scripts.
        late = isNew && next.contentDocument?.URL !== 'about:blank';
        set({ ...initialState, phase: 'loading' });
      } else set(away);
      away = undefined;
      if (last && baseOf(last) !== baseOf(url)) {
        cancel(true);
        exit('left');
      }
      flush();
      // Not `??`: a timer of NaN or 0 would be over before the room has begun to load.
      after(handlers.readyTimeout || 30_000, () =>
        report(
          new WherebyError('READY_TIMEOUT', 'open the room in a tab, check the network and allowed domains'),
          getStatus() !== true,
        ),
      );
      if (late) after(LATE, () => hear({ type: 'ready', prop: 'onReady', payload: null }));
      if (obstacle) report(obstacle);
    },
    handle: {
      ...methods,
      get iframe() {
        return frame;
      },
      reload,
      getState,
      subscribe,
    },
  };
}
