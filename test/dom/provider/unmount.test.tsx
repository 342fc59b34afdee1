import { act, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { MeetingOutlet, MeetingProvider, WherebyEmbed, useMeetingControl } from 'react-whereby-embed';
import { fakeRoom } from 'react-whereby-embed/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { frame, room } from '../embed/room.js';

/** Listeners of the window and the document that were added and not removed. */
let listening: Set<string>;
/** How often each was added, so that the same one at two places counts twice. */
const describeListener = (target: EventTarget, type: string, listener: unknown) => {
  if (!ids.has(listener as object)) ids.set(listener as object, ids.size);
  return `${target === window ? 'window' : 'document'} ${type} ${ids.get(listener as object)}`;
};
let ids: Map<object, number>;
let unhandled: unknown[];
const onUnhandled = (reason: unknown) => unhandled.push(reason);

beforeEach(() => {
  listening = new Set();
  ids = new Map();
  unhandled = [];
  process.on('unhandledRejection', onUnhandled);
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    vi.spyOn(target, 'addEventListener').mockImplementation((...args: Parameters<typeof addEventListener>) => {
      const [type, listener, options] = args;
      const name = describeListener(target, type, listener);
      listening.add(name);
      if (typeof options === 'object') options.signal?.addEventListener('abort', () => listening.delete(name));
      addEventListener.apply(target, args);
    });
    vi.spyOn(target, 'removeEventListener').mockImplementation((...args: Parameters<typeof removeEventListener>) => {
      listening.delete(describeListener(target, args[0], args[1]));
      removeEventListener.apply(target, args);
    });
  }
  vi.spyOn(console, 'error');
});
afterEach(() => {
  process.off('unhandledRejection', onUnhandled);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const Mute = () => <button {...useMeetingControl('microphone').props}>Mute</button>;

const cases = [
  ['a plain embed', () => <WherebyEmbed room={room} />],
  [
    'a persistent meeting',
    () => (
      <MeetingProvider persist room={room} confirmUnload leaveOn="navigate">
        <Mute />
        <MeetingOutlet />
      </MeetingProvider>
    ),
  ],
] as const;

const phases = ['before the room is ready', 'in the call', 'with a command that waits'] as const;

describe.each(cases)('after %s is unmounted', (_what, build) => {
  test.each(phases)('%s, no timer, frame or listener is left', async (phase) => {
    vi.useFakeTimers();
    // React adds its own listeners to the document once, and keeps them.
    render(<p />).unmount();
    const before = new Set(listening);
    const view = render(<StrictMode>{build()}</StrictMode>);
    if (phase !== 'before the room is ready') {
      const meeting = fakeRoom(frame(), { act });
      meeting.emit('ready');
      meeting.emit('join');
      if (phase === 'with a command that waits') view.queryByText('Mute')?.click();
    }
    view.unmount();
    await act(async () => {
      await Promise.resolve();
    });
    expect(vi.getTimerCount()).toBe(0);
    expect([...listening].filter((name) => !before.has(name))).toEqual([]);
    expect(console.error).not.toHaveBeenCalled();
  });
});

test('a part that was still being loaded when the test ended does nothing once it arrives', async () => {
  const view = render(
    <MeetingProvider persist room={room}>
      <MeetingOutlet />
    </MeetingProvider>,
  );
  fakeRoom(frame(), { act }).emit('join');
  view.unmount();
  // The test runner takes the DOM away.
  const names = ['window', 'document', 'requestAnimationFrame', 'getComputedStyle'] as const;
  for (const name of names) vi.stubGlobal(name, undefined);
  await Promise.all([
    import('../../../src/provider/floating/FloatingBar.js'),
    import('../../../src/provider/floating/followBox.js'),
  ]);
  await new Promise((resolve) => setImmediate(resolve));
  vi.unstubAllGlobals();
  expect(unhandled).toEqual([]);
  expect(console.error).not.toHaveBeenCalled();
});
