import { createError } from '../errors/createError.js';
import { createConfirmer } from './createConfirmer.js';
import { createMessage } from './createMessage.js';
import { readCommand } from './readCommand.js';
import { refuse } from './refuse.js';
import type { FakeCommand, FakeRoomOptions, WireEvent, WirePayload } from './types.js';

export interface FakeRoomInDomOptions extends FakeRoomOptions {
  /** Called with everything that makes the page change: React's `act`, as the testing library exports it. */
  readonly act?: (change: () => void) => unknown;
}

export interface FakeRoom {
  /**
   * Posts an event to the page, as a room does.
   * @throws WherebyError `FAKE_ROOM_REFUSED` if the protocol has no such event, or not with this payload
   */
  emit<Type extends WireEvent>(type: Type, ...payload: WirePayload<Type>): void;
  /** The commands that the page has sent, oldest first. */
  readonly commands: readonly FakeCommand[];
  /** Gives the frame its own window back. */
  close(): void;
}

type PostMessage = (message: unknown, targetOrigin: unknown) => void;

/**
 * A room for tests in jsdom and happy-dom, where no frame loads: takes the place of the window inside the frame.
 * A frame that is loaded again is another element and needs another fake room.
 * @throws WherebyError `FAKE_ROOM_REFUSED` if the element frames no room. While it is in use, `postMessage` of the
 * frame's window throws the same if the page sends a command that no room takes, or sends it to another origin.
 * `FAKE_ROOM_IN_BROWSER` in a real browser, at once or as soon as the frame has loaded the room.
 */
export function fakeRoom(
  iframe: HTMLIFrameElement | null | undefined,
  { answers, act = (change) => change() }: FakeRoomInDomOptions = {},
): FakeRoom {
  if (!iframe?.src) return refuse('there is no frame; pass the iframe of a component that is rendered');
  const { origin } = new URL(iframe.src);
  const page = iframe.ownerDocument.defaultView ?? window;
  const commands: FakeCommand[] = [];
  const confirmer = createConfirmer();
  // In happy-dom, frames have no window.
  const target = iframe.contentWindow ?? {};
  if (!iframe.contentWindow) Object.defineProperty(iframe, 'contentWindow', { value: target, configurable: true });

  const postToPage = (data: unknown) => {
    const message = new page.MessageEvent('message', { data, origin });
    Object.defineProperty(message, 'source', { value: target });
    act(() => void page.dispatchEvent(message));
  };
  const postMessage: PostMessage = (message, targetOrigin) => {
    if (targetOrigin !== origin)
      refuse(`a command was sent to ${JSON.stringify(targetOrigin)}, but only ${origin} may read it`);
    const command = readCommand(message);
    commands.push(command);
    if (!answers) return;
    const confirmations = confirmer.confirm(command);
    // Not at once: a room never confirms a command before it has been sent.
    queueMicrotask(() => confirmations.forEach(postToPage));
  };
  const ownPostMessage = replacePostMessage(target, postMessage);
  let isClosed = false;
  // A browser loads the room into the frame later, and with it a window of its own.
  const checkWindow = () => {
    if (!isClosed && Reflect.get(target, 'postMessage') !== postMessage) throw createError('FAKE_ROOM_IN_BROWSER');
  };

  return {
    emit(type, ...[payload]) {
      checkWindow();
      const message = createMessage(type, payload);
      confirmer.follow(message);
      postToPage(message);
    },
    get commands() {
      checkWindow();
      return commands;
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      if (ownPostMessage) Object.defineProperty(target, 'postMessage', ownPostMessage);
      else Reflect.deleteProperty(target, 'postMessage');
      Reflect.deleteProperty(iframe, 'contentWindow');
    },
  };
}

/** Returns what was there before. No page can change the window of another origin. */
function replacePostMessage(target: object, value: PostMessage): PropertyDescriptor | undefined {
  try {
    const before = Object.getOwnPropertyDescriptor(target, 'postMessage');
    Object.defineProperty(target, 'postMessage', { value, configurable: true, writable: true });
    return before;
  } catch (cause) {
    throw createError('FAKE_ROOM_IN_BROWSER', {}, { cause });
  }
}
