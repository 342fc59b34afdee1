import { readCommand } from './readCommand.js';
import { createAnswers } from './createAnswers.js';
import { messageOf } from './messageOf.js';
import { refuse } from './refuse.js';
import type { FakeCommand, FakeRoomOptions, WireEvent, WirePayload } from './types.js';

export interface FakeRoomInDomOptions extends FakeRoomOptions {
  /** Called with everything that makes the page change: React's `act`, as the testing library exports it. */
  readonly act?: (change: () => void) => unknown;
}

export interface FakeRoom {
  /**
   * Says something to the page, as the room does.
   * @throws WherebyError `FAKE_ROOM_REFUSED` where the protocol has no such event, or not with this payload
   */
  emit<Type extends WireEvent>(type: Type, ...payload: WirePayload<Type>): void;
  /** What the page has sent, oldest first. */
  readonly commands: readonly FakeCommand[];
  /** Gives the frame back as it was. */
  close(): void;
}

type Post = (message: unknown, origin: unknown) => void;

/**
 * A room for tests in jsdom and happy-dom, where no frame loads: takes the place of the window inside the frame.
 * A frame that is loaded anew is another element and needs another fake room.
 * @throws WherebyError `FAKE_ROOM_REFUSED` where the element frames no room
 */
export function fakeRoom(
  iframe: HTMLIFrameElement | null | undefined,
  { answers, act = (change) => change() }: FakeRoomInDomOptions = {},
): FakeRoom {
  if (!iframe?.src) return refuse('there is no frame: pass the iframe of a component that is rendered');
  const { origin } = new URL(iframe.src);
  const page = iframe.ownerDocument.defaultView ?? window;
  const heard: FakeCommand[] = [];
  const answerTo = createAnswers();
  // happy-dom has frames without a window.
  const target = (iframe.contentWindow ?? {}) as Window;
  if (!iframe.contentWindow) Object.defineProperty(iframe, 'contentWindow', { value: target, configurable: true });

  const say = (data: unknown) => {
    const message = new page.MessageEvent('message', { data, origin });
    Object.defineProperty(message, 'source', { value: target });
    act(() => void page.dispatchEvent(message));
  };
  const postMessage: Post = (message, to) => {
    if (to !== origin) refuse(`a command went to ${JSON.stringify(to)}, where only ${origin} may read it`);
    const command = readCommand(message);
    heard.push(command);
    const answer = answers && answerTo(command);
    // Not at once: a room's answer never comes before its command has been sent.
    if (answer) queueMicrotask(() => say(answer));
  };
  const before = Object.getOwnPropertyDescriptor(target, 'postMessage');
  Object.defineProperty(target, 'postMessage', { value: postMessage, configurable: true, writable: true });

  return {
    emit: (type, ...[payload]) => say(messageOf(type, payload)),
    commands: heard,
    close() {
      if (before) Object.defineProperty(target, 'postMessage', before);
      else Reflect.deleteProperty(target, 'postMessage');
      Reflect.deleteProperty(iframe, 'contentWindow');
    },
  };
}
