import { act, render, screen } from '@testing-library/react';
import { StrictMode, Suspense, createRef, useCallback, useState, useSyncExternalStore } from 'react';
import { WherebyEmbed, WherebyError, commands } from 'react-whereby-embed';
import type { WherebyEmbedHandle, WherebyEmbedProps } from 'react-whereby-embed';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandsTo, frame, post, room, say } from './room.js';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'group').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const open = (props: Partial<WherebyEmbedProps> = {}) => {
  const ref = createRef<WherebyEmbedHandle>();
  const page = (more: Partial<WherebyEmbedProps> = {}) => <WherebyEmbed room={room} {...props} {...more} ref={ref} />;
  const view = render(page());
  const handle = ref.current!;
  return {
    ...view,
    handle,
    state: handle.getState,
    change: (more: Partial<WherebyEmbedProps>) => view.rerender(page(more)),
  };
};

/** Shown while a room source is loading. */
const waitText = 'Getting the meeting…';

describe('the state of the ref', () => {
  test('follows the meeting from the loading of its frame on', () => {
    const { state } = open();
    expect(state()).toMatchObject({ phase: 'loading', reason: undefined, participants: [] });
    say('onReady');
    expect(state().phase).toBe('precall');
    say('onCameraToggle', { enabled: false });
    say('onJoin');
    say('onParticipantUpdate', { count: 2 });
    expect(state()).toMatchObject({ phase: 'joined', camera: false, microphone: undefined, participantCount: 2 });
    say('onLeave', { removed: true });
    expect(state()).toMatchObject({ phase: 'left', reason: 'removed', camera: undefined, participantCount: undefined });
  });

  test('is passed to a subscriber once per change until it unsubscribes', () => {
    const { handle } = open();
    say('onReady');
    const seen: unknown[] = [];
    const stop = handle.subscribe(() => seen.push(handle.getState().chat));
    say('onChatToggle', { open: true });
    const before = handle.getState();
    say('onChatToggle', { open: true });
    post({ type: 'hologram', payload: {} });
    expect(handle.getState()).toBe(before);
    say('onChatToggle', { open: false });
    stop();
    say('onChatToggle', { open: true });
    expect(seen).toEqual([true, false]);
  });

  test('is up to date in the handler of an event and when a command is confirmed', async () => {
    const phases: unknown[] = [];
    const { handle, state } = open({ onJoin: () => phases.push(state().phase) });
    say('onJoin');
    expect(phases).toEqual(['joined']);
    vi.spyOn(frame().contentWindow!, 'postMessage').mockImplementation(() => undefined);
    const done = handle.toggleChat(true).then(() => phases.push(state().chat));
    say('onChatToggle', { open: true });
    await done;
    expect(phases).toEqual(['joined', true]);
  });

  test('has the same commands as the ref', () => {
    const { handle, state } = open();
    const { commands: sending } = state();
    for (const name of Object.keys(commands) as (keyof typeof commands)[]) expect(sending[name]).toBe(handle[name]);
    say('onJoin');
    expect(state().commands).toBe(sending);
  });

  test('renders a component only for what it selects', () => {
    function Page() {
      const [handle, setHandle] = useState<WherebyEmbedHandle | null>(null);
      const subscribe = useCallback((hear: () => void) => handle?.subscribe(hear) ?? (() => undefined), [handle]);
      const phase = useSyncExternalStore(subscribe, () => handle?.getState().phase);
      return (
        <>
          <output>{phase}</output>
          <WherebyEmbed room={room} ref={setHandle} />
        </>
      );
    }
    render(
      <StrictMode>
        <Page />
      </StrictMode>,
    );
    expect(screen.getByRole('status').textContent).toBe('loading');
    say('onJoin');
    expect(screen.getByRole('status').textContent).toBe('joined');
  });
});

describe('a meeting without a working room', () => {
  test('has failed while there is no room URL, until one is given', () => {
    const { state, change } = open({ room: '' });
    expect(state()).toMatchObject({ phase: 'failed', reason: 'ROOM_MISSING', error: { code: 'ROOM_MISSING' } });
    change({ room });
    expect(state()).toMatchObject({ phase: 'loading', reason: undefined, error: undefined });
  });

  test('has failed once the room is silent for too long, until it posts something', () => {
    vi.useFakeTimers();
    const { state } = open({ readyTimeout: 500, fallback: ({ code }) => <p>{code}</p> });
    act(() => void vi.advanceTimersByTime(500));
    expect(state()).toMatchObject({ phase: 'failed', reason: 'READY_TIMEOUT' });
    expect(screen.getByText('READY_TIMEOUT')).toBeTruthy();
    say('onCameraToggle', { enabled: true });
    expect(state()).toMatchObject({ phase: 'precall', reason: undefined, camera: true });
    expect(state().error?.code).toBe('READY_TIMEOUT');
    expect(screen.queryByText('READY_TIMEOUT')).toBeNull();
  });

  test('shows the fallback for the first error, whatever fails later', async () => {
    vi.useFakeTimers();
    const { state, handle } = open({ readyTimeout: 500, fallback: ({ code }) => <p>{code}</p> });
    act(() => void vi.advanceTimersByTime(500));
    await act(() => expect(handle.toggleChat('yes' as never)).rejects.toMatchObject({ code: 'COMMAND_INVALID' }));
    expect(state()).toMatchObject({ phase: 'failed', reason: 'READY_TIMEOUT', error: { code: 'COMMAND_INVALID' } });
    expect(screen.getByText('READY_TIMEOUT')).toBeTruthy();
  });

  test('shows that its URL is being requested again', async () => {
    const waiting = { status: 'loading' } as const;
    const error = new WherebyError('MEETING_EXPIRED', 'x');
    const { state, change } = open({ room: { status: 'expired', error } });
    expect(state()).toMatchObject({ phase: 'failed', reason: 'MEETING_EXPIRED' });
    expect(screen.getByText('This meeting is over.')).toBeTruthy();
    change({ room: waiting });
    expect(screen.getByText(waitText)).toBeTruthy();
    change({ room: { status: 'ready', url: room } });
    expect(state().phase).toBe('loading');
    say('onReady');
    expect(screen.queryByText(waitText)).toBeNull();
    change({ room: waiting });
    expect(screen.getByText(waitText)).toBeTruthy();
    await act(async () => undefined);
    expect(state().phase).toBe('idle');
  });

  test('has not failed if a problem leaves the meeting running', () => {
    const { state, change } = open();
    say('onJoin');
    for (const more of [{ room: '' }, { displayName: 'a<b' }]) {
      change(more);
      expect(state().phase).toBe('joined');
      expect(state().error).toBeTruthy();
    }
    frame();
  });

  test.each(['onReady', 'onJoin'] as const)(
    'has not failed if a room is blocked after %s: it is another one',
    (event) => {
      const { state } = open({ fallback: () => <p>gone</p> });
      say(event);
      const before = state();
      act(() => {
        const violation = { blockedURI: 'https://acme.whereby.com', effectiveDirective: 'frame-src' };
        document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), violation));
      });
      expect(state()).toBe(before);
      expect(screen.queryByText('gone')).toBeNull();
    },
  );

  test('has failed if the room is silent under a changed URL', () => {
    vi.useFakeTimers();
    const { state, change } = open({ readyTimeout: 500 });
    say('onReady');
    change({ displayName: 'Ada' });
    act(() => void vi.advanceTimersByTime(500));
    expect(state()).toMatchObject({ phase: 'failed', reason: 'READY_TIMEOUT' });
  });

  test('has failed if a client-rendered frame is silent: it does not count as ready', () => {
    vi.useFakeTimers();
    const blank = document.implementation.createHTMLDocument();
    vi.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockReturnValue(blank);
    const { state } = open();
    act(() => void vi.advanceTimersByTime(29_999));
    expect(state().phase).toBe('loading');
    act(() => void vi.advanceTimersByTime(1));
    expect(state().phase).toBe('failed');
  });

  test('has not failed if a parameter is left out', () => {
    const { state } = open({ displayName: 'a<b' });
    expect(state()).toMatchObject({ phase: 'loading', error: { code: 'PARAMS_INVALID' } });
  });
});

describe('a command that fails', () => {
  test('is the last error, unless only the frame went away', async () => {
    vi.useFakeTimers();
    const { handle, state, change } = open();
    say('onReady');
    vi.spyOn(frame().contentWindow!, 'postMessage').mockImplementation(() => undefined);
    const slow = handle.knock();
    change({ room: 'https://acme.whereby.com/other' });
    await expect(slow).rejects.toMatchObject({ code: 'COMMAND_CANCELLED' });
    expect(state().error).toBeUndefined();
    say('onReady');
    vi.spyOn(frame().contentWindow!, 'postMessage').mockImplementation(() => undefined);
    const lost = handle.knock();
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    await expect(lost).rejects.toMatchObject({ code: 'COMMAND_TIMEOUT' });
    expect(state()).toMatchObject({ phase: 'precall', error: { code: 'COMMAND_TIMEOUT' } });
  });
});

describe('the state of a frame', () => {
  test('starts again with another URL, another room, and reload', () => {
    const { handle, state, change } = open();
    const known = () => {
      say('onReady');
      say('onChatToggle', { open: true });
      expect(state().chat).toBe(true);
    };
    known();
    change({ displayName: 'Ada' });
    expect(state()).toMatchObject({ phase: 'loading', chat: undefined });
    known();
    change({ room: 'https://acme.whereby.com/other' });
    expect(state()).toMatchObject({ phase: 'loading', chat: undefined });
    known();
    say('onJoin');
    const phases: unknown[] = [];
    handle.subscribe(() => phases.push(state().phase));
    act(() => handle.reload());
    expect(state()).toMatchObject({ phase: 'loading', chat: undefined });
    expect(phases).toEqual(['loading']);
  });

  test('does not keep the values of the room that was left', () => {
    const onExit = vi.fn();
    const { state, change } = open({ onExit });
    say('onJoin');
    change({ room: 'https://acme.whereby.com/other' });
    expect(onExit).toHaveBeenCalledTimes(1);
    expect(state()).toMatchObject({ phase: 'loading', reason: undefined });
  });

  test('stays while a changed parameter waits for the next load', () => {
    const { state, change } = open();
    say('onJoin');
    change({ displayName: 'Ada' });
    expect(state().phase).toBe('joined');
  });

  test('goes on while a Suspense boundary hides the frame for a moment', async () => {
    let arrive: () => void = () => undefined;
    const data = new Promise<void>((resolve) => (arrive = resolve));
    let isHere = false;
    function Data({ isWanted }: { isWanted: boolean }) {
      if (isWanted && !isHere) throw data.then(() => (isHere = true));
      return null;
    }
    const ref = createRef<WherebyEmbedHandle>();
    const page = (isWanted: boolean) => (
      <Suspense fallback={<p>moment</p>}>
        <WherebyEmbed room={room} ref={ref} loading={<p>wait</p>} />
        <Data isWanted={isWanted} />
      </Suspense>
    );
    const { rerender } = render(page(false));
    const { getState, toggleChat } = ref.current!;
    say('onJoin');
    say('onCameraToggle', { enabled: true });
    const before = frame();
    rerender(page(true));
    await act(async () => undefined);
    expect(screen.getByText('moment')).toBeTruthy();
    say('onMicrophoneToggle', { enabled: true });
    expect(getState()).toMatchObject({ phase: 'joined', camera: true, microphone: true });
    const sent = commandsTo();
    void toggleChat(true);
    expect(sent()).toHaveLength(1);
    arrive();
    await act(() => data);
    expect(screen.queryByText('moment')).toBeNull();
    expect(screen.queryByText('wait')).toBeNull();
    expect(frame()).toBe(before);
    expect(getState()).toMatchObject({ phase: 'joined', reason: undefined, camera: true });
    expect(sent()).toHaveLength(1);
    void toggleChat(false);
    expect(sent()).toHaveLength(2);
    say('onCameraToggle', { enabled: false });
    expect(getState().camera).toBe(false);
  });

  test('is left once its frame is removed if the participant had joined, else idle', async () => {
    for (const [prop, phase] of [
      ['onJoin', 'left'],
      ['onReady', 'idle'],
    ] as const) {
      const { state, unmount } = open();
      say(prop);
      unmount();
      await Promise.resolve();
      expect(state().phase).toBe(phase);
    }
  });
});
