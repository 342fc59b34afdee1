import { findDeniedDevice } from '../diagnosis/deniedDevice.js';
import { createError } from '../errors/createError.js';
import type { WherebyError } from '../errors/WherebyError.js';
import { callHandler } from '../meeting/callHandler.js';
import { createStore } from '../meeting/createStore.js';
import { endOfStay } from '../meeting/endOfStay.js';
import { initialState } from '../meeting/initialState.js';
import type { MeetingState } from '../meeting/MeetingState.js';
import { readReported, reduceEvent } from '../meeting/reduceEvent.js';
import { stateAfterDetach } from '../meeting/stateAfterDetach.js';
import { isSameRoom } from '../params/roomAddress.js';
import { createCommandMethods } from '../protocol/createCommandMethods.js';
import type { KnownRoomEvent, RoomEvent } from '../protocol/types.js';
import { describeNumber } from '../time/describeNumber.js';
import { isNonNegative } from '../time/isNonNegative.js';
import { toTimeLimit } from '../time/toTimeLimit.js';
import { createCommandQueue } from './commandQueue.js';
import { listenToFrame } from './listenToFrame.js';
import { takeBufferedMessages } from './takeBufferedMessages.js';
import { createReadiness } from './readiness.js';
import type { RoomStatus } from './readiness.js';
import type { BridgeListeners, WherebyEmbedHandle } from './types.js';

const DEFAULT_READY_TIMEOUT = 30_000;

/** What the bridge knows of the component that renders the frame, and asks of it. */
export interface FrameOwner {
  /** This render takes over HTML from the server: its frame is older than our listener. */
  readonly isHydrating: boolean;
  /** The participant is in a call, or may be: no render must change the frame's URL from now on. */
  freeze(): void;
  /** There is no call after all: the frame may follow the props again. */
  unfreeze(): void;
  /** Loads a new frame, with the parameters as they are now. */
  reload(): void;
}

export interface Bridge {
  /** Sets who is called from now on. */
  update(handlers: BridgeListeners, owner: FrameOwner): void;
  /** Listens to a frame. If it shows another room than the last one, that stay ends first. */
  attach(frame: HTMLIFrameElement | null): void;
  /** The component is shown. The function it returns is called when it is hidden or unmounted. */
  show(): () => void;
  /** Ends listening at once, before a microtask ends the stay. */
  stopListening(): void;
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
 *    A handler that throws stops none of the others. A room that loads again while joined ends one stay before the next
 *    one's `ready` is delivered.
 * 4. `onExit` is called once for each stay, whatever ends it: the room, another room, a reload, or the page.
 * 5. Taking a frame away and giving it back within one task ends nothing (StrictMode does that), nor does a Suspense
 *    boundary that hides the frame for a moment. Unmounting the component, and hiding it with `<Activity>`, ends the
 *    stay and unloads the room, because React means both as unmounted: https://react.dev/reference/react/Activity
 * 6. A frame that was in the page before its scripts may be in a call: it is frozen until its room shows otherwise, and
 *    its silence is no failure. If the page buffers messages, the bridge takes what the frame posted before.
 * 7. Commands wait for a room that is ready: see `commandQueue`. They survive a changed URL of the same room, and
 *    are rejected when the room is another one or the frame is gone.
 */
export function createBridge(): Bridge {
  let handlers: BridgeListeners = {};
  let owner: FrameOwner = { isHydrating: false, freeze() {}, unfreeze() {}, reload() {} };
  let attachment: Attachment | undefined;
  let lastUrl: URL | undefined;
  let isFirstFrame = true;
  /** A frame that was unloaded while its component was hidden. */
  let unloadedFrame: HTMLIFrameElement | undefined;
  let isShown = true;
  /** The frame is older than our listener, and nothing tells whether it is in a call. */
  let mayBeInCall = false;

  const methods = createCommandMethods((name, argument) => commandQueue.send(name, argument));
  const { getState, subscribe, set } = createStore<MeetingState>({ ...initialState, commands: methods });

  const commandQueue = createCommandQueue({
    getPost() {
      if (!attachment || readiness.status !== 'ready') return undefined;
      const { frame, url } = attachment;
      return (message) => frame.contentWindow?.postMessage(message, url.origin);
    },
    getReported: (prop) => readReported(prop, getState()),
    getPhase: () => getState().phase,
    onFailure(error) {
      // Whoever took the frame away knows that its commands went with it.
      if (error.code !== 'COMMAND_CANCELLED') set({ error });
    },
  });
  const readiness = createReadiness(
    () => {
      set(reduceEvent({ type: 'ready', prop: 'onReady', payload: null }, getState()));
      commandQueue.flush();
    },
    () => report(createError('READY_TIMEOUT'), true),
  );

  /** Changes the state, delivers what caused it, and ends the stay if the participant is out of the meeting now. */
  const transition = (change: Partial<MeetingState> | undefined, deliver?: () => void) => {
    const before = getState();
    set(change);
    const reason = endOfStay(before, getState());
    deliver?.();
    if (reason) callHandler(handlers.onExit, { reason });
  };

  const report = (error: WherebyError, fatal = false) => {
    // A running call survives a temporarily invalid `room`.
    const isOver = fatal && getState().phase !== 'joined';
    if (isOver) readiness.fail(error);
    set(isOver ? { error, phase: 'failed', reason: error.code } : { error });
    callHandler(handlers.onError, error);
  };

  const onEvent = (event: RoomEvent) => {
    if (event.type === 'unknown') return callHandler(handlers.onEvent, event);
    readiness.respond();
    if (event.type === 'ready' && mayBeInCall) owner.unfreeze();
    if (event.type === 'join') owner.freeze();
    if (event.type === 'ready' && getState().phase === 'joined') {
      commandQueue.cancelSent();
      transition({ ...initialState, error: getState().error, phase: 'loading' });
    }
    mayBeInCall = false;
    transition(reduceEvent(event, getState()), () => {
      commandQueue.flush();
      commandQueue.confirm(event.prop);
      callHandler(handlers.onEvent, event);
      callOwnHandler(handlers, event);
    });
  };

  /** The meeting in the frame is over for this page. Whoever took the frame away may give it back: it loads again then. */
  const endStay = () => {
    readiness.stopTimer();
    commandQueue.cancelAll();
    transition(stateAfterDetach(getState()));
  };

  const detach = ({ stopListening }: Attachment) => {
    stopListening();
    attachment = undefined;
    endStay();
  };

  /** Starts with a frame that was not attached before. */
  const attachNew = (frame: HTMLIFrameElement) => {
    const url = new URL(frame.src);
    const isAnotherRoom = lastUrl !== undefined && !isSameRoom(lastUrl, url);
    attachment?.stopListening();
    if (isAnotherRoom) {
      commandQueue.cancelAll();
      transition(stateAfterDetach(getState()));
    } else commandQueue.cancelSent();

    const { isHydrating } = owner;
    const buffered = isHydrating ? takeBufferedMessages(frame) : [];
    mayBeInCall = buffered === undefined;
    if (mayBeInCall) owner.freeze();
    readiness.start();

    let isBlocked = false;
    const { read, stop } = listenToFrame(
      frame,
      url,
      {
        onEvent,
        onBlocked(policy) {
          // Policies are reported for an origin, and a room that has posted something is not the one that was blocked.
          if (isBlocked || readiness.hasResponded) return;
          isBlocked = true;
          report(createError('FRAME_BLOCKED', { origin: url.origin, policy }), true);
        },
        onGone: endStay,
        onDrop: (message) => callHandler(handlers.onDrop, message),
      },
      isHydrating,
    );
    attachment = { frame, url, stopListening: stop };
    transition({ ...initialState, phase: 'loading' });

    const isFirst = lastUrl === undefined;
    lastUrl = url;
    const { readyTimeout: wantedTimeout = DEFAULT_READY_TIMEOUT } = handlers;
    const isUsable = isNonNegative(wantedTimeout);
    const readyTimeout = isUsable ? wantedTimeout : DEFAULT_READY_TIMEOUT;
    const wait = () => {
      // An unloaded frame loads an empty document.
      if (attachment?.frame === frame) readiness.wait(toTimeLimit(readyTimeout), mayBeInCall);
    };
    // A lazy frame loads when it comes near the viewport: https://html.spec.whatwg.org/#lazy-loading-attributes
    if (frame.loading === 'lazy' && !isHydrating) frame.addEventListener('load', wait, { once: true });
    else wait();
    const { ownerDocument } = frame;
    frame.addEventListener('load', () => {
      // The app has moved it into another window, as for picture-in-picture. What it posted there is lost.
      if (frame === attachment?.frame && frame.ownerDocument !== ownerDocument) owner.reload();
    });
    if (isFirst) {
      const deniedDevice = findDeniedDevice(frame);
      if (deniedDevice) report(deniedDevice);
      if (!isUsable)
        report(createError('OPTION_INVALID', { option: 'readyTimeout', value: describeNumber(wantedTimeout) }));
    }
    // After the commit, so that handlers run in a page that is complete.
    if (buffered?.length) queueMicrotask(() => attachment?.frame === frame && buffered.forEach(read));
  };

  return {
    update(nextHandlers, nextOwner) {
      handlers = nextHandlers;
      owner = nextOwner;
    },
    stopListening: () => attachment?.stopListening(),
    report,
    getStatus: () => readiness.status,

    attach(frame) {
      if (!frame) {
        const detached = attachment;
        // A changed key attaches another frame at once, and Suspense hides a frame that stays in the document.
        queueMicrotask(() => {
          if (detached && detached === attachment && !detached.frame.isConnected) detach(detached);
        });
      } else if (frame === unloadedFrame || (isFirstFrame && !owner.isHydrating && hasLoaded(frame))) owner.reload();
      else if (frame !== attachment?.frame) attachNew(frame);
      if (frame) isFirstFrame = false;
    },

    show() {
      isShown = true;
      return () => {
        isShown = false;
        queueMicrotask(() => {
          if (isShown || !attachment) return;
          const { frame } = attachment;
          detach(attachment);
          // The component was unmounted, and its frame with it.
          if (!frame.isConnected) return;
          unloadedFrame = frame;
          unload(frame);
        });
      };
    },

    handle: {
      ...methods,
      get iframe() {
        return attachment?.frame ?? null;
      },
      reload: () => owner.reload(),
      getState,
      subscribe,
    },
  };
}

/**
 * Whether the room has loaded before anyone listened, and what it posted is lost: what a hidden `<Activity>` renders is
 * in the page already, and is attached when it is shown. A document of another origin is null, and one of the page's
 * own has something in its head or body.
 */
const hasLoaded = ({ contentDocument }: HTMLIFrameElement): boolean =>
  contentDocument?.querySelector(':root > * > *') !== null;

/**
 * Unloads a frame that React keeps in the document. Taking it out of there asks nobody and leaves no entry in the
 * history; a room that is navigated away can have the browser ask whether to leave it.
 */
function unload(frame: HTMLIFrameElement): void {
  const { parentNode, nextSibling } = frame;
  frame.remove();
  frame.removeAttribute('src');
  parentNode?.insertBefore(frame, nextSibling);
}

function callOwnHandler(handlers: BridgeListeners, { prop, payload }: KnownRoomEvent): void {
  // The compiler does not see that the handler and the payload belong to the same prop.
  callHandler(handlers[prop] as ((payload: unknown) => void) | undefined, payload);
}
