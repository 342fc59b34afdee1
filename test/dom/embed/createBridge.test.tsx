import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BUFFER_KEY } from '../../../src/bridge/takeBufferedMessages.js';
import { createBridge } from '../../../src/bridge/createBridge.js';
import type { Bridge } from '../../../src/bridge/createBridge.js';
import type { BridgeListeners } from '../../../src/bridge/types.js';
import { events } from '../../../src/protocol/events.js';
import { createError } from '../../../src/errors/createError.js';

const origin = 'https://acme.whereby.com';
const room = `${origin}/demo`;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
  Reflect.deleteProperty(window, BUFFER_KEY);
});

const addFrame = (src = room) => {
  const frame = document.createElement('iframe');
  frame.src = src;
  document.body.append(frame);
  return frame;
};

const post = (frame: HTMLIFrameElement, type: string, payload?: unknown) =>
  window.dispatchEvent(new MessageEvent('message', { source: frame.contentWindow, origin, data: { type, payload } }));

/** The page's policy blocks the room. */
const violate = () =>
  document.dispatchEvent(
    Object.assign(new Event('securitypolicyviolation'), { blockedURI: origin, effectiveDirective: 'frame-src' }),
  );

/** Lets everything happen that follows at once. */
const settle = () => vi.advanceTimersByTimeAsync(0);

/** A bridge, and what its component was asked to do, in order. */
function create(handlers: BridgeListeners = {}, isHydrating = false) {
  const bridge = createBridge();
  const asked: string[] = [];
  bridge.update(handlers, {
    isHydrating,
    freeze: () => void asked.push('freeze'),
    unfreeze: () => void asked.push('unfreeze'),
    reload: () => void asked.push('reload'),
  });
  return { bridge, asked };
}

/** The page's buffer of what its frames have posted, one after the other. */
const keepMessages = (frame: HTMLIFrameElement, ...types: string[]) =>
  Object.assign(window, {
    [BUFFER_KEY]: { take: () => types.map((type) => ({ source: frame.contentWindow, origin, data: { type } })) },
  });

const codeOf = (bridge: Bridge) => bridge.handle.getState().error?.code;

describe('before its component has rendered', () => {
  test('reload does nothing', () => expect(() => createBridge().handle.reload()).not.toThrow());

  test('a frame is listened to as one that the browser rendered', () => {
    const bridge = createBridge();
    bridge.attach(addFrame());
    vi.advanceTimersByTime(29_999);
    expect(bridge.getStatus()).toBe('loading');
    vi.advanceTimersByTime(1);
    expect(codeOf(bridge)).toBe('READY_TIMEOUT');
  });
});

describe('a frame that has loaded before anyone listened', () => {
  const load = () => {
    const frame = addFrame();
    frame.contentDocument?.write('<p>The room</p>');
    return frame;
  };

  /** Its document cannot be seen once it is one of another origin. */
  const loadOtherOrigin = () => Object.defineProperty(addFrame(), 'contentDocument', { value: null });

  test.each([load, loadOtherOrigin])('is loaded again if it is the first: %o', (loadFirst) => {
    const { bridge, asked } = create();
    bridge.attach(loadFirst());
    expect(asked).toEqual(['reload']);
    expect(bridge.handle.iframe).toBe(null);
  });

  test('is listened to if it is not the first, has loaded nothing, or was rendered by the server', () => {
    const { bridge, asked } = create();
    bridge.attach(addFrame());
    bridge.attach(load());
    expect(asked).toEqual([]);

    const hydrating = create({}, true);
    keepMessages(addFrame());
    hydrating.bridge.attach(load());
    expect(hydrating.asked).toEqual([]);
  });
});

describe('a server-rendered frame', () => {
  test('whose messages were kept delivers them after the commit, in order', async () => {
    const heard: string[] = [];
    const { bridge, asked } = create({ onEvent: ({ type }) => heard.push(type) }, true);
    const frame = addFrame();
    keepMessages(frame, 'ready', 'join');
    bridge.attach(frame);
    expect(heard).toEqual([]);
    await settle();
    expect(heard).toEqual(['ready', 'join']);
    expect(asked).toEqual(['freeze']);
    expect(bridge.handle.getState().phase).toBe('joined');
  });

  test('whose messages were kept delivers none of them once another frame is in its place, or none', async () => {
    const heard: string[] = [];
    const { bridge } = create({ onEvent: ({ type }) => heard.push(type) }, true);
    const frame = addFrame();
    keepMessages(frame, 'join');
    bridge.attach(frame);
    Reflect.deleteProperty(window, BUFFER_KEY);
    bridge.attach(addFrame());
    await settle();
    expect(heard).toEqual([]);

    const other = create({ onEvent: ({ type }) => heard.push(type) }, true).bridge;
    keepMessages(frame, 'join');
    const hide = other.show();
    hide();
    other.attach(frame);
    await settle();
    expect(heard).toEqual([]);
  });

  test('that is lazy is waited for at once: it may have loaded before', () => {
    const { bridge } = create({ readyTimeout: 1000 }, true);
    const frame = Object.assign(addFrame(), { loading: 'lazy' });
    keepMessages(frame);
    bridge.attach(frame);
    vi.advanceTimersByTime(1000);
    expect(codeOf(bridge)).toBe('READY_TIMEOUT');
  });

  test('that posted nothing so far is like any other', () => {
    const { bridge, asked } = create({}, true);
    const frame = addFrame();
    keepMessages(frame);
    bridge.attach(frame);
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(30_000);
    expect(codeOf(bridge)).toBe('READY_TIMEOUT');
  });

  test('whose messages nobody kept may be in a call, until it is ready again', () => {
    const { bridge, asked } = create({}, true);
    const frame = addFrame();
    bridge.attach(frame);
    expect(asked).toEqual(['freeze']);
    post(frame, 'ready');
    expect(asked).toEqual(['freeze', 'unfreeze']);
    post(frame, 'ready');
    expect(asked).toEqual(['freeze', 'unfreeze']);
  });

  test('that shows by another event that it is in a call stays as it is', () => {
    const { bridge, asked } = create({}, true);
    const frame = addFrame();
    bridge.attach(frame);
    post(frame, events.onCameraToggle.type, { enabled: true });
    post(frame, 'ready');
    expect(asked).toEqual(['freeze']);
  });
});

describe('a frame that the browser rendered', () => {
  test('is never unfrozen', () => {
    const { bridge, asked } = create();
    const frame = addFrame();
    bridge.attach(frame);
    for (const type of ['ready', 'join', 'leave', 'ready', 'join']) post(frame, type);
    expect(asked).toEqual(['freeze', 'freeze']);
  });

  test('does not become ready by an event that is not known', () => {
    const heard: unknown[] = [];
    const { bridge } = create({ onEvent: (event) => heard.push(event.type) });
    const frame = addFrame();
    bridge.attach(frame);
    post(frame, 'from_the_future');
    expect([heard, bridge.getStatus()]).toEqual([['unknown'], 'loading']);
    post(frame, 'ready');
    expect([heard, bridge.getStatus()]).toEqual([['unknown', 'ready'], 'ready']);
  });

  test('goes on after a fatal problem while the participant is in the meeting, and only then', () => {
    const problem = createError('ROOM_MISSING');
    const { bridge } = create();
    const frame = addFrame();
    bridge.attach(frame);
    post(frame, 'ready');
    post(frame, 'join');
    bridge.report(problem, true);
    expect([bridge.getStatus(), bridge.handle.getState()]).toMatchObject([
      'ready',
      { phase: 'joined', error: problem },
    ]);
    post(frame, 'leave');
    bridge.report(problem, true);
    expect([bridge.getStatus(), bridge.handle.getState()]).toMatchObject([
      problem,
      { phase: 'failed', error: problem },
    ]);
  });

  test('ends a stay when it is ready again, and none if nobody had joined', () => {
    const phases: string[] = [];
    const onExit = vi.fn(() => phases.push(bridge.handle.getState().phase));
    const { bridge } = create({ onExit });
    const frame = addFrame();
    bridge.attach(frame);
    post(frame, 'ready');
    post(frame, 'ready');
    expect(onExit).not.toHaveBeenCalled();
    post(frame, 'join');
    post(frame, 'ready');
    expect(onExit).toHaveBeenCalledOnce();
    expect([...phases, bridge.handle.getState().phase]).toEqual(['loading', 'precall']);
  });

  test('waits for the room from when it loads, if it is lazy', () => {
    const { bridge } = create({ readyTimeout: 1000 });
    const frame = addFrame();
    Object.assign(frame, { loading: 'lazy' });
    bridge.attach(frame);
    vi.advanceTimersByTime(60_000);
    expect(bridge.getStatus()).toBe('loading');
    frame.dispatchEvent(new Event('load'));
    vi.advanceTimersByTime(900);
    // As a room does that leads on to another page: the time is that from the first.
    frame.dispatchEvent(new Event('load'));
    vi.advanceTimersByTime(100);
    expect(codeOf(bridge)).toBe('READY_TIMEOUT');
  });

  test('does not time out for the frame before it while it is lazy', () => {
    const { bridge } = create({ readyTimeout: 1000 });
    bridge.attach(addFrame());
    vi.advanceTimersByTime(900);
    bridge.attach(Object.assign(addFrame(), { loading: 'lazy' }));
    vi.advanceTimersByTime(60_000);
    expect(bridge.getStatus()).toBe('loading');
  });

  test('waits for nothing if it is lazy and loads once another is in its place', () => {
    const { bridge } = create({ readyTimeout: 1000 });
    const frame = addFrame();
    Object.assign(frame, { loading: 'lazy' });
    bridge.attach(frame);
    const other = addFrame();
    bridge.attach(other);
    post(other, 'ready');
    bridge.attach(Object.assign(addFrame(), { loading: 'lazy' }));
    frame.dispatchEvent(new Event('load'));
    vi.advanceTimersByTime(60_000);
    expect(codeOf(bridge)).toBe(undefined);
  });

  test('names a readyTimeout that is none', () => {
    const { bridge } = create({ readyTimeout: -1 });
    bridge.attach(addFrame());
    const { error } = bridge.handle.getState();
    expect(error).toMatchObject({ code: 'OPTION_INVALID', message: expect.stringMatching(/readyTimeout.*-1/) });
  });

  test('has nothing to drop before it posts something', async () => {
    const onDrop = vi.fn();
    create({ onDrop }).bridge.attach(addFrame());
    await settle();
    expect(onDrop).not.toHaveBeenCalled();
  });

  test('is reported as blocked once, and not after it has posted something', () => {
    const onError = vi.fn();
    const { bridge } = create({ onError });
    bridge.attach(addFrame());
    violate();
    violate();
    expect(onError.mock.calls).toMatchObject([[{ code: 'FRAME_BLOCKED' }]]);

    const frame = addFrame();
    bridge.attach(frame);
    post(frame, 'ready');
    violate();
    expect(onError).toHaveBeenCalledOnce();
  });

  test('that is lazy and blocked is no silent room as well', () => {
    const onError = vi.fn();
    const { bridge } = create({ onError });
    const frame = Object.assign(addFrame(), { loading: 'lazy' });
    bridge.attach(frame);
    violate();
    // Of the page that the browser shows instead.
    frame.dispatchEvent(new Event('load'));
    vi.advanceTimersByTime(60_000);
    expect(onError.mock.calls).toMatchObject([[{ code: 'FRAME_BLOCKED' }]]);
  });

  test('takes a command without an error when it has no window any more', async () => {
    const { bridge } = create();
    const frame = addFrame();
    bridge.attach(frame);
    post(frame, 'ready');
    // jsdom leaves it to a frame that was removed; browsers do not.
    Object.defineProperty(frame, 'contentWindow', { value: null });
    const sent = bridge.handle.toggleChat(true);
    await settle();
    vi.advanceTimersByTime(60_000);
    await expect(sent).rejects.toMatchObject({ code: 'COMMAND_TIMEOUT' });
  });

  test('is loaded again when it loads in another document, and not in its own', () => {
    const { bridge, asked } = create();
    const frame = addFrame();
    bridge.attach(frame);
    frame.dispatchEvent(new Event('load'));
    expect(asked).toEqual([]);
    document.implementation.createHTMLDocument().body.append(frame);
    frame.dispatchEvent(new Event('load'));
    expect(asked).toEqual(['reload']);
  });

  test('is not loaded again in another document once another frame is in its place', () => {
    const { bridge, asked } = create();
    const frame = addFrame();
    bridge.attach(frame);
    bridge.attach(addFrame());
    document.implementation.createHTMLDocument().body.append(frame);
    frame.dispatchEvent(new Event('load'));
    expect(asked).toEqual([]);
  });
});
