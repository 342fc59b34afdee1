import { createError } from '../errors/createError.js';
import type { WherebyError } from '../errors/WherebyError.js';
import { createStore } from '../meeting/createStore.js';
import { initialState } from '../meeting/initialState.js';
import { readReported, reduceEvent } from '../meeting/reduceEvent.js';
import { stateAfterDetach } from '../meeting/stateAfterDetach.js';
import type { MeetingState } from '../meeting/MeetingState.js';
import { isSameRoom } from '../params/roomAddress.js';
import { createCommandMethods } from '../protocol/createCommandMethods.js';
import type { KnownRoomEvent, RoomEvent } from '../protocol/types.js';
import { createCommandQueue } from './commandQueue.js';
import { findDeniedDevice } from '../diagnosis/deniedDevice.js';
import { listenToFrame } from './listenToFrame.js';
import { createReadiness } from './readiness.js';
import type { RoomStatus } from './readiness.js';
import type { BridgeListeners, ExitReason, WherebyEmbedHandle } from './types.js';

export interface Bridge {
  /** Sets who is called from now on, and what is done first when the participant joins. */
  update(handlers: BridgeListeners, onJoin: () => void): void;
  /** Listens to a frame. If it shows another room than the last one, that stay ends first. Null stops listening. */
  attach(frame: HTMLIFrameElement | null): void;
  /** Reports a problem; a `fatal` one leaves no meeting. */
  report(error: WherebyError, fatal?: boolean): void;
  /** Whether the room can be used, or why not. */
  getStatus(): RoomStatus;
  readonly handle: WherebyEmbedHandle;
}

interface Attachment {
  readonly frame: HTMLIFrameElement;
  readonly url: URL;
  readonly stopListening: () => void;
}

/**
 * Connects one iframe's window to one page, and keeps the state of the meeting in it.
 *
 * What it guarantees
 * 1. Only messages of this frame's room count: see `listenToFrame`.
 * 2. The meeting's state is kept here and nowhere else; a message changes it before anybody is called.
 * 3. The order of delivery for one message: state and its subscribers, `onEvent`, the event's own handler, `onExit`.
 * 4. `onExit` is called once for each stay.
 * 5. A frame that is detached and attached again within one task is the same stay (StrictMode and changed keys do that).
 * 6. A frame that was in the page before its scripts is taken for ready after a while: see `readiness`.
 * 7. Commands wait for a room that is ready: see `commandQueue`. They survive a changed address of the same room, and
 *    are rejected when the room is another one or the frame is gone.
 *
 * @param reload loads the frame again with the parameters as they are now
 */
export function createBridge(reload: () => void): Bridge {
  let handlers: BridgeListeners = {};
  let onJoin = () => {};
  let attachment: Attachment | undefined;
  let lastAttachment: Attachment | undefined;
  /** Restored if React attaches the same frame again: https://react.dev/reference/react/Activity */
  let stateBeforeDetach: MeetingState | undefined;
  let isStaying = false;

  const methods = createCommandMethods((name, argument) => commandQueue.send(name, argument));
  const { getState, subscribe, set } = createStore<MeetingState>({ ...initialState, commands: methods });

  const commandQueue = createCommandQueue({
    getPost() {
      const { frame, url } = attachment ?? {};
      if (!frame || !url || readiness.status !== 'ready') return undefined;
      return (message) => frame.contentWindow?.postMessage(message, url.origin);
    },
    getReported: (prop) => readReported(prop, getState()),
    onFailure(error) {
      // Whoever took the frame away knows that its commands went with it.
      if (error.code !== 'COMMAND_CANCELLED') set({ error });
    },
  });

  const receive = (event: RoomEvent) => {
    set(reduceEvent(event, getState()));
    commandQueue.flush();
  };
  const readiness = createReadiness(
    () => receive({ type: 'ready', prop: 'onReady', payload: null }),
    () => report(createError('READY_TIMEOUT'), readiness.status === 'loading'),
  );

  const report = (error: WherebyError, fatal = false) => {
    // A running call survives a temporarily invalid `room`.
    const isOver = fatal && getState().phase !== 'joined';
    if (isOver) readiness.fail(error);
    set(isOver ? { error, phase: 'failed', reason: error.code } : { error });
    handlers.onError?.(error);
  };
  const endStay = (reason: ExitReason) => {
    if (!isStaying) return;
    isStaying = false;
    handlers.onExit?.({ reason });
  };

  const onEvent = (event: RoomEvent) => {
    if (event.type === 'unknown') {
      receive(event);
      return handlers.onEvent?.(event);
    }
    readiness.respond();
    receive(event);
    commandQueue.confirm(event.prop);
    if (event.type === 'join') {
      isStaying = true;
      onJoin();
    }
    handlers.onEvent?.(event);
    callOwnHandler(handlers, event);
    if (event.type === 'leave') endStay(event.payload.removed ? 'removed' : 'left');
    if (event.type === 'meeting_end') endStay('ended');
  };

  const listen = (frame: HTMLIFrameElement): Attachment => {
    const url = new URL(frame.src);
    const stopListening = listenToFrame(frame, url, {
      onEvent,
      onBlocked: () => report(createError('FRAME_BLOCKED', { origin: url.origin }), true),
      onDrop: (reason, message) => handlers.onDrop?.(reason, message),
    });
    return { frame, url, stopListening };
  };

  const detach = () => {
    readiness.stopTimers();
    // StrictMode and a changed key attach a frame again at once; only one that is still gone then is gone.
    queueMicrotask(() => {
      if (attachment) return;
      commandQueue.cancelAll();
      stateBeforeDetach = getState();
      set(stateAfterDetach(stateBeforeDetach));
    });
  };

  /** Starts, or goes on with, the state of the frame that was just attached. */
  const openState = ({ frame, url }: Attachment, last: Attachment | undefined) => {
    const isNewFrame = frame !== last?.frame;
    const isNewAddress = url.href !== last?.url.href;
    if (isNewFrame || isNewAddress) {
      // A window that has left its first, empty document was there before we were.
      readiness.start({ mayHaveMissedReady: isNewFrame && frame.contentDocument?.URL !== 'about:blank' });
      set({ ...initialState, phase: 'loading' });
    } else if (stateBeforeDetach) {
      set(stateBeforeDetach);
    }
    stateBeforeDetach = undefined;
  };

  return {
    update(nextHandlers, nextOnJoin) {
      handlers = nextHandlers;
      onJoin = nextOnJoin;
    },
    report,
    getStatus: () => readiness.status,

    attach(frame) {
      attachment?.stopListening();
      attachment = undefined;
      commandQueue.cancelSent();
      if (!frame) return detach();

      const last = lastAttachment;
      attachment = lastAttachment = listen(frame);
      const { url } = attachment;
      openState(attachment, last);
      if (last && !isSameRoom(last.url, url)) {
        commandQueue.cancelAll();
        endStay('left');
      }
      commandQueue.flush();
      readiness.wait(handlers.readyTimeout);
      // One report for a page, not one for every address.
      const deniedDevice = last ? undefined : findDeniedDevice(frame.getAttribute('allow') ?? '');
      if (deniedDevice) report(deniedDevice);
    },

    handle: {
      ...methods,
      get iframe() {
        return attachment?.frame ?? null;
      },
      reload,
      getState,
      subscribe,
    },
  };
}

function callOwnHandler(handlers: BridgeListeners, { prop, payload }: KnownRoomEvent): void {
  // The compiler does not see that the handler and the payload belong to the same prop.
  const handler = handlers[prop] as ((payload: unknown) => void) | undefined;
  handler?.(payload);
}
