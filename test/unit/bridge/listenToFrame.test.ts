import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listenToFrame } from '../../../src/bridge/listenToFrame.js';
import type { FrameListener, FrameMessage } from '../../../src/bridge/listenToFrame.js';
import { BUFFER_KEY, takeBufferedMessages } from '../../../src/bridge/takeBufferedMessages.js';

const url = new URL('https://acme.whereby.com/demo?roomKey=k');
const contentWindow = { name: 'the window of the frame' };

/** A window of the app: its own, or another one that a portal fills. */
const createWindow = (more: object = {}) => Object.assign(new EventTarget(), { document: new EventTarget() }, more);

beforeEach(() => void vi.stubGlobal('window', createWindow()));
afterEach(() => void vi.unstubAllGlobals());

const createFrame = (view: unknown, content: unknown = contentWindow) =>
  ({ contentWindow: content, ownerDocument: { defaultView: view } }) as HTMLIFrameElement;

const listen = (view: EventTarget | null = window) => {
  const listener = {
    onEvent: vi.fn<FrameListener['onEvent']>(),
    onBlocked: vi.fn<FrameListener['onBlocked']>(),
    onGone: vi.fn<FrameListener['onGone']>(),
    onDrop: vi.fn<FrameListener['onDrop']>(),
  };
  const heard = view ?? window;
  const { read, stop } = listenToFrame(createFrame(view), url, listener, false);
  const post = (message: Partial<FrameMessage>) =>
    heard.dispatchEvent(
      Object.assign(
        new Event('message'),
        { source: contentWindow, origin: url.origin, data: { type: 'join' } },
        message,
      ),
    );
  return { ...listener, read, stop, post, heard };
};

describe('a message', () => {
  test("of the frame's window, of a room's shape and of the room's origin is an event", () => {
    const { post, onEvent, onDrop } = listen();
    post({});
    expect(onEvent.mock.calls).toEqual([[{ type: 'join', prop: 'onJoin', payload: null }]]);
    expect(onDrop).not.toHaveBeenCalled();
  });

  test.each<[string, object]>([
    ['window', { source: null }],
    ['window', { source: { name: 'another' } }],
    ['window', { source: null, data: 'hello', origin: 'https://evil.example' }],
    ['shape', { data: 'hello' }],
    ['shape', { data: {}, origin: 'https://evil.example' }],
    ['origin', { origin: 'https://evil.example' }],
    ['origin', { origin: 'https://acme.whereby.com:444' }],
    ['origin', { origin: '' }],
  ])('is dropped for its %s: %j', (_reason, message) => {
    const { post, onEvent, onDrop } = listen();
    post(message);
    expect(onDrop.mock.calls).toEqual([[expect.objectContaining(message)]]);
    expect(onEvent).not.toHaveBeenCalled();
  });

  test('without a source is dropped also while the frame has no window', () => {
    const onDrop = vi.fn();
    const onEvent = vi.fn();
    const listener = { onEvent, onDrop, onBlocked: vi.fn(), onGone: vi.fn() };
    const { read } = listenToFrame(createFrame(window, null), url, listener, false);
    read({ source: null, origin: url.origin, data: { type: 'join' } });
    expect(onDrop).toHaveBeenCalledOnce();
    expect(onEvent).not.toHaveBeenCalled();
  });

  test('that was received earlier is read like any other', () => {
    const { read, onEvent } = listen();
    read({ source: contentWindow as never, origin: url.origin, data: { type: 'ready' } });
    expect(onEvent.mock.calls.map(([event]) => event.type)).toEqual(['ready']);
  });

  test('arrives in the window that shows the frame, and in that of the app if it is in none', () => {
    for (const view of [createWindow(), null]) {
      const { post, onEvent } = listen(view);
      post({});
      expect(onEvent).toHaveBeenCalledOnce();
    }
  });

  test('is not heard once listening has stopped', () => {
    const { post, stop, onEvent, onDrop } = listen();
    stop();
    post({});
    expect([onEvent.mock.calls, onDrop.mock.calls]).toEqual([[], []]);
  });
});

describe('the end of the window', () => {
  test.each([
    ['is told of a window beside the one of the app', createWindow, 1],
    ['is not told of the one of the app', () => window, 0],
  ])('%s', (_what, createView, times) => {
    const { heard, onGone } = listen(createView());
    heard.dispatchEvent(new Event('pagehide'));
    expect(onGone).toHaveBeenCalledTimes(times);
  });

  test('is not told once listening has stopped', () => {
    const { heard, stop, onGone } = listen(createWindow());
    stop();
    heard.dispatchEvent(new Event('pagehide'));
    expect(onGone).not.toHaveBeenCalled();
  });
});

describe('a frame that somebody takes out of the page', () => {
  /** Calls back at once for whatever is observed, until it is disconnected. */
  class FakeResizeObserver {
    static observed: { target: { isConnected: boolean }; notify: () => void }[] = [];
    readonly #notify: () => void;
    constructor(notify: () => void) {
      this.#notify = notify;
    }
    observe(target: { isConnected: boolean }) {
      FakeResizeObserver.observed.push({ target, notify: this.#notify });
    }
    disconnect() {
      FakeResizeObserver.observed = FakeResizeObserver.observed.filter(({ notify }) => notify !== this.#notify);
    }
  }

  const resize = (isConnected: boolean) => {
    for (const { target, notify } of FakeResizeObserver.observed) {
      target.isConnected = isConnected;
      notify();
    }
  };

  test('is told of when it has no size any more, until listening has stopped', () => {
    const { onGone, stop } = listen(createWindow({ ResizeObserver: FakeResizeObserver }));
    resize(true);
    expect(onGone).not.toHaveBeenCalled();
    resize(false);
    expect(onGone).toHaveBeenCalledOnce();
    stop();
    expect(FakeResizeObserver.observed).toEqual([]);
  });
});

test('a policy that blocks the room is told until listening has stopped', () => {
  const { heard, stop, onBlocked } = listen();
  const { document } = heard as ReturnType<typeof createWindow>;
  const violate = () =>
    document.dispatchEvent(
      Object.assign(new Event('securitypolicyviolation'), { blockedURI: url.href, effectiveDirective: 'frame-src' }),
    );
  violate();
  stop();
  violate();
  expect(onBlocked.mock.calls).toEqual([['frame-src']]);
});

describe('messages that a page kept', () => {
  const messages = [{ source: contentWindow, origin: url.origin, data: { type: 'ready' } }];
  const take = vi.fn((source: unknown) => (source === contentWindow ? messages : []));

  test('are taken from the window that shows the frame', () => {
    expect(takeBufferedMessages(createFrame(createWindow({ [BUFFER_KEY]: { take } })))).toBe(messages);
  });

  test('are taken from that of the app if the frame is in none', () => {
    vi.stubGlobal('window', createWindow({ [BUFFER_KEY]: { take } }));
    expect(takeBufferedMessages(createFrame(null))).toBe(messages);
  });

  test('are unknown if the page keeps none, or the frame has no window', () => {
    expect(takeBufferedMessages(createFrame(createWindow()))).toBeUndefined();
    expect(takeBufferedMessages(createFrame(createWindow({ [BUFFER_KEY]: { take } }), null))).toBeUndefined();
  });
});
