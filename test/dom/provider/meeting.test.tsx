import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode, createRef } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { MeetingOutlet, MeetingProvider, WherebyEmbed, createMeetingStore, useMeeting } from 'react-whereby-embed';
import type { MeetingProviderProps, MeetingState, WherebyEmbedHandle } from 'react-whereby-embed';
import { fakeRoom } from 'react-whereby-embed/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { frame, frames, room } from '../embed/room.js';
import { waitUntil } from '../../support/waitUntil.js';

const enter = () => fakeRoom(frame(), { act });

let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'group').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const Phase = () => <output>{useMeeting((meeting) => meeting.phase)}</output>;
const phase = () => screen.getByRole('status').textContent;

describe.each([false, true])('with persist %s', (persist) => {
  const Meeting = (props: Partial<MeetingProviderProps>) => (
    <MeetingProvider room={room} persist={persist} {...props}>
      <Phase />
      {props.children ?? <MeetingOutlet />}
    </MeetingProvider>
  );

  test('every component below the provider can read the meeting', () => {
    render(
      <StrictMode>
        <Meeting />
      </StrictMode>,
    );
    expect(phase()).toBe('loading');
    expect(frames()).toHaveLength(1);
    const meeting = enter();
    meeting.emit('ready');
    expect(phase()).toBe('precall');
    meeting.emit('join');
    expect(phase()).toBe('joined');
    meeting.emit('leave', { removed: false });
    expect(phase()).toBe('left');
  });

  test('props of the outlet win over those of the provider, and both reach the frame', () => {
    const log: string[] = [];
    render(
      <Meeting displayName="Ada" lang="de" onJoin={() => log.push('provider')} onLeave={() => log.push('left')}>
        <MeetingOutlet displayName="Bo" onJoin={() => log.push('outlet')} className="box" data-testid="box" />
      </Meeting>,
    );
    expect(frame().src).toContain('displayName=Bo');
    expect(frame().src).toContain('lang=de');
    const meeting = enter();
    meeting.emit('join');
    meeting.emit('leave', { removed: false });
    expect(log).toEqual(['outlet', 'left']);
    expect(screen.getByTestId('box')).toHaveClass('box');
  });

  test('consent is asked for before the room is loaded, and again for another room', async () => {
    const user = userEvent.setup();
    const consent: MeetingProviderProps['consent'] = ({ accept }) => (
      <button onClick={accept}>I agree to be recorded</button>
    );
    const { rerender } = render(<Meeting consent={consent} />);
    expect(frames()).toHaveLength(0);
    await user.click(screen.getByText('I agree to be recorded'));
    expect(frames()).toHaveLength(1);
    expect(frame()).toHaveFocus();
    rerender(<Meeting consent={consent} room="https://acme.whereby.com/other" />);
    expect(frames()).toHaveLength(0);
    expect(screen.getByText('I agree to be recorded')).toBeInTheDocument();
  });

  test('a bad room shows a panel that says so, and fails with the reason', async () => {
    const onError = vi.fn();
    render(<Meeting room="demo" onError={onError} />);
    expect(phase()).toBe('failed');
    await waitUntil(() => expect(screen.getByRole('alert')).toHaveTextContent('This link does not lead to a meeting.'));
    // For developers, in development.
    expect(screen.getByRole('alert')).toHaveTextContent('ROOM_INVALID');
    expect(onError).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('link')).toBeNull();
  });

  test('a silent room shows what to do, in the given labels', async () => {
    vi.useFakeTimers();
    render(<Meeting readyTimeout={500} labels={{ tryAgain: 'Noch einmal' }} />);
    const before = frame();
    act(() => vi.advanceTimersByTime(500));
    expect(phase()).toBe('failed');
    vi.useRealTimers();
    expect(await screen.findByRole('link', { name: 'Open in a new tab' })).toHaveAttribute('href', room);
    act(() => screen.getByText('Noch einmal').click());
    expect(phase()).toBe('loading');
    expect(frame()).not.toBe(before);
    expect(screen.queryByRole('alert')).toBeNull();
    await waitUntil(() => expect(console.group).toHaveBeenCalledTimes(1));
    expect(vi.mocked(console.warn).mock.calls.join()).toContain('frame-src https://acme.whereby.com');
    expect(warn).toHaveBeenCalledTimes(1);
  });

  test('a fallback of the app replaces the panel', () => {
    render(<Meeting room="demo" fallback={({ code }) => <p>mine: {code}</p>} />);
    expect(screen.getByText('mine: ROOM_INVALID')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('a closing page asks only while joined and only with `confirmUnload`', () => {
    const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const { rerender } = render(<Meeting confirmUnload />);
    const meeting = enter();
    expect(asks()).toBe(false);
    meeting.emit('join');
    expect(asks()).toBe(true);
    rerender(<Meeting />);
    expect(asks()).toBe(false);
  });

  test.each([
    ['path', '/call', '/call?tab=2', '/other'],
    ['path, and not at another place in it', '/call', '/call#chat', '/other#chat'],
    ['path in its hash', '/#/call', '/#/call?tab=2', '/#/other'],
    ['path in its hash, as older routers write it', '/#!/call', '/#!/call?tab=2', '/#!/other'],
  ])(
    'with leaveOn="navigate" the room is asked to leave once the page has another %s, and removed if it does not',
    async (_what, start, same, other) => {
      history.replaceState(null, '', start);
      vi.useFakeTimers();
      const onExit = vi.fn();
      render(<Meeting leaveOn="navigate" onExit={onExit} />);
      const meeting = enter();
      meeting.emit('ready');
      meeting.emit('join');
      history.pushState(null, '', same);
      act(() => void window.dispatchEvent(new PopStateEvent('popstate')));
      expect(meeting.commands).toEqual([]);
      history.pushState(null, '', other);
      act(() => void window.dispatchEvent(new PopStateEvent('popstate')));
      expect(meeting.commands.map(({ method }) => method)).toEqual(['leaveRoom']);
      act(() => vi.advanceTimersByTime(1999));
      expect(frames()).toHaveLength(1);
      act(() => vi.advanceTimersByTime(1));
      expect(frames()).toHaveLength(0);
      await act(async () => undefined);
      expect(onExit.mock.calls).toEqual([[{ reason: 'left' }]]);
      history.replaceState(null, '', '/');
    },
  );

  test('a frame that is removed while it has the focus hands it to the nearest control', () => {
    history.replaceState(null, '', '/call');
    vi.useFakeTimers();
    render(
      <Meeting leaveOn="navigate">
        <button>Before</button>
        <MeetingOutlet />
        <button>After</button>
      </Meeting>,
    );
    const meeting = enter();
    meeting.emit('ready');
    meeting.emit('join');
    frame().focus();
    history.pushState(null, '', '/other');
    act(() => void window.dispatchEvent(new PopStateEvent('popstate')));
    expect(document.activeElement).toBe(frame());
    act(() => vi.advanceTimersByTime(2000));
    expect(frames()).toHaveLength(0);
    // Without `moveBefore`, the frame of a provider that persists is at the end of the provider.
    expect(document.activeElement).toBe(screen.getByText(persist ? 'After' : 'Before'));
    history.replaceState(null, '', '/');
  });
});

describe('a provider that persists', () => {
  const App = ({ shows = true, ...props }: Partial<MeetingProviderProps> & { shows?: boolean }) => (
    <MeetingProvider room={room} persist {...props}>
      <Phase />
      {shows && <MeetingOutlet />}
    </MeetingProvider>
  );
  const join = (props: Partial<MeetingProviderProps> = {}) => {
    const view = render(<App {...props} />);
    const meeting = enter();
    meeting.emit('ready');
    meeting.emit('join');
    return { ...view, meeting, go: (shows: boolean) => view.rerender(<App {...props} shows={shows} />) };
  };

  test('loads nothing before an outlet asks for it', () => {
    render(<App shows={false} />);
    expect(frames()).toHaveLength(0);
    expect(phase()).toBe('idle');
  });

  test('keeps the frame of a call from outlet to outlet', async () => {
    const { go } = join();
    const before = frame();
    for (const shows of [false, true, false, true]) {
      go(shows);
      expect(frame()).toBe(before);
      expect(phase()).toBe('joined');
    }
    go(false);
    expect(await screen.findByRole('group', { name: 'Meeting' })).toContainElement(before);
    expect(await screen.findByRole('button', { name: 'Leave the meeting' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Back to the meeting' })).toBeNull();
  });

  test('removes the frame of a meeting that was not joined', () => {
    const view = render(<App />);
    enter().emit('ready');
    view.rerender(<App shows={false} />);
    expect(frames()).toHaveLength(0);
    expect(phase()).toBe('idle');
  });

  test('leads back to the path, query and hash of the page that had it', async () => {
    history.replaceState(null, '', '/call?x=1#y');
    const onReturn = vi.fn();
    const { go } = join({ onReturn });
    history.replaceState(null, '', '/');
    go(false);
    await userEvent.click(await screen.findByRole('button', { name: 'Back to the meeting' }));
    expect(onReturn).toHaveBeenCalledWith('/call?x=1#y');
  });

  test('asks before it is left, and goes on if the participant stays', async () => {
    const { go, meeting } = join();
    go(false);
    const leave = { name: 'Leave the meeting' };
    await userEvent.click(await screen.findByRole('button', leave));
    expect(screen.getByRole('alertdialog', { name: 'Leave the meeting?' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Stay' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('button', leave)).toHaveFocus();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(screen.getByRole('button', leave)).toHaveFocus();
    expect(meeting.commands).toEqual([]);
    expect(phase()).toBe('joined');
  });

  test('shows the microphone and how long the call has lasted while it is minimised', async () => {
    const { go, meeting } = join();
    go(false);
    const minimise = await screen.findByRole('button', { name: 'Minimise' });
    expect(screen.queryByRole('button', { name: 'Microphone' })).toBeNull();
    vi.useFakeTimers();
    act(() => minimise.click());
    act(() => vi.advanceTimersByTime(65_000));
    expect(screen.getByText(/^1:0[5-9]$/)).toBeInTheDocument();
    act(() => screen.getByRole('button', { name: 'Microphone' }).click());
    expect(meeting.commands.map(({ method }) => method)).toEqual(['toggleMicrophone']);
    await act(async () => undefined);
  });

  test('is left by the button, with one exit, even if the room does not respond', async () => {
    const onExit = vi.fn();
    const { go, meeting } = join({ onExit });
    go(false);
    const button = await screen.findByRole('button', { name: 'Leave the meeting' });
    vi.useFakeTimers();
    act(() => button.click());
    expect(meeting.commands).toEqual([]);
    act(() => screen.getByRole('button', { name: 'Leave' }).click());
    expect(meeting.commands.map(({ method }) => method)).toEqual(['leaveRoom']);
    expect(frame()).not.toBeVisible();
    act(() => vi.advanceTimersByTime(2000));
    expect(frames()).toHaveLength(0);
    expect(phase()).toBe('left');
    await act(async () => undefined);
    expect(onExit.mock.calls).toEqual([[{ reason: 'left' }]]);
  });

  test('stops leaving when the room has confirmed it, with one exit', () => {
    vi.useFakeTimers();
    const onExit = vi.fn();
    const { go, meeting } = join({ onExit, leaveOn: 'unmount' });
    go(false);
    expect(meeting.commands.map(({ method }) => method)).toEqual(['leaveRoom']);
    meeting.emit('leave', { removed: false });
    act(() => vi.advanceTimersByTime(5000));
    expect(frames()).toHaveLength(0);
    expect(onExit.mock.calls).toEqual([[{ reason: 'left' }]]);
  });

  test('removes the frame once the meeting has ended', () => {
    const onExit = vi.fn();
    const { go, meeting } = join({ onExit });
    go(false);
    meeting.emit('meeting_end');
    expect(frames()).toHaveLength(0);
    expect(phase()).toBe('ended');
    expect(onExit.mock.calls).toEqual([[{ reason: 'ended' }]]);
  });

  test('can be minimised and restored', async () => {
    const { go } = join();
    go(false);
    await userEvent.click(await screen.findByRole('button', { name: 'Minimise' }));
    expect(frame()).not.toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Restore' }));
    expect(frame()).toBeVisible();
  });

  test('removes everything it added to the page', () => {
    const { unmount, go } = join();
    go(false);
    unmount();
    expect(document.querySelector('[data-whereby-meeting], iframe')).toBeNull();
  });
});

describe('useMeeting', () => {
  test('throws without a provider, and says what to do', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => render(<Phase />)).toThrow(expect.objectContaining({ code: 'PROVIDER_MISSING' }));
    expect(() => render(<MeetingOutlet />)).toThrow(expect.objectContaining({ code: 'PROVIDER_MISSING' }));
  });

  test('renders a component only when what it selects has changed', () => {
    const renders: Record<string, number> = {};
    const Counter = ({ name, select }: { name: string; select?: (state: MeetingState) => unknown }) => {
      const rendered = useMeeting(select ?? ((state) => state));
      return <Count name={name} value={rendered} />;
    };
    const Count = ({ name }: { name: string; value: unknown }) => {
      renders[name] = (renders[name] ?? 0) + 1;
      return null;
    };
    render(
      <MeetingProvider room={room}>
        <MeetingOutlet />
        <Counter name="camera" select={(state) => state.camera} />
        <Counter name="pair" select={({ camera, chat }) => ({ camera, chat })} />
        <Counter name="commands" select={({ commands }) => [commands.toggleCamera, commands.leaveRoom]} />
        <Counter name="all" />
      </MeetingProvider>,
    );
    const meeting = enter();
    meeting.emit('join');
    const before = { ...renders };
    const more = () =>
      Object.fromEntries(Object.entries(renders).map(([name, count]) => [name, count - before[name]!]));
    meeting.emit('participantupdate', { count: 3 });
    expect(more()).toEqual({ camera: 0, pair: 0, commands: 0, all: 1 });
    meeting.emit('camera_toggle', { enabled: true });
    expect(more()).toEqual({ camera: 1, pair: 1, commands: 0, all: 2 });
    meeting.emit('camera_toggle', { enabled: true });
    meeting.emit('chat_toggle', { open: true });
    expect(more()).toEqual({ camera: 1, pair: 2, commands: 0, all: 3 });
  });

  test('does not render its components for a render of the provider', () => {
    let renders = 0;
    const Listener = () => {
      useMeeting();
      renders++;
      return null;
    };
    const listener = <Listener />;
    const page = (displayName: string) => (
      <MeetingProvider room={room} displayName={displayName}>
        {listener}
      </MeetingProvider>
    );
    const { rerender } = render(page('Ada'));
    const before = renders;
    rerender(page('Bo'));
    expect(renders).toBe(before);
  });

  test('keeps a command that an effect sends before there is a frame', () => {
    const Knocker = () => {
      const { commands } = useMeeting();
      return <button onClick={() => void commands.knock()}>knock</button>;
    };
    const page = (shows: boolean) => (
      <MeetingProvider room={room} persist>
        <Knocker />
        {shows && <MeetingOutlet />}
      </MeetingProvider>
    );
    const { rerender } = render(page(false));
    act(() => screen.getByText('knock').click());
    rerender(page(true));
    const meeting = enter();
    meeting.emit('ready');
    expect(meeting.commands.map(({ method }) => method)).toEqual(['knock']);
  });
});

test('a provider that does not persist renders its frame on the server, and hydrates it as it is', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const page = (persist: boolean) => (
    <MeetingProvider room={room} persist={persist}>
      <Phase />
      <MeetingOutlet />
    </MeetingProvider>
  );
  expect(renderToString(page(true))).not.toContain('<iframe');
  for (const persist of [false, true]) {
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(page(persist));
    expect(host.textContent).toBe('idle');
    const before = host.querySelector('iframe');
    const root = await act(() => hydrateRoot(host, page(persist)));
    expect(frames()).toHaveLength(1);
    if (before) expect(frame()).toBe(before);
    expect(phase()).toBe('loading');
    act(() => root.unmount());
    host.remove();
  }
  // React 18 takes jsdom's document on the server for a mistake; a server has none.
  const told = error.mock.calls.filter(
    ([text]) => !String(text).includes('useLayoutEffect does nothing on the server'),
  );
  expect(told).toEqual([]);
});

test('without a provider, a ref gives the same state', () => {
  const ref = createRef<WherebyEmbedHandle>();
  render(<WherebyEmbed room={room} ref={ref} />);
  const store = createMeetingStore(ref.current);
  const meeting = enter();
  meeting.emit('ready');
  meeting.emit('join');
  meeting.emit('microphone_toggle', { enabled: false });
  expect(store.getState()).toMatchObject({ phase: 'joined', microphone: false, camera: undefined });
  act(() => ref.current!.reload());
  expect(store.getState()).toMatchObject({ phase: 'loading', microphone: undefined });
});
