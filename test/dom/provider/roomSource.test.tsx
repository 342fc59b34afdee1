import { act, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MeetingOutlet, MeetingProvider, RoomsProvider, useRoomUrl, WherebyError } from 'react-whereby-embed';
import type { MeetingProviderProps, RoomSource } from 'react-whereby-embed';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { frame, frames, say } from '../embed/room.js';
import { createFakeServer } from '../room-url/support/createFakeServer.js';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'group').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const open = (room: RoomSource, props: Partial<MeetingProviderProps> = {}) =>
  render(
    <MeetingProvider room={room} {...props}>
      <MeetingOutlet />
    </MeetingProvider>,
  );

describe('a provider whose room comes from useRoomUrl', () => {
  test('reloads the frame of a silent room, and requests no other URL', async () => {
    const refresh = vi.fn();
    open({ status: 'ready', url: 'https://acme.whereby.com/demo', refresh }, { readyTimeout: 500 });
    const before = frame();
    act(() => vi.advanceTimersByTime(500));
    await act(() => vi.dynamicImportSettled());
    expect(screen.getByRole('alert')).toHaveTextContent('The meeting does not respond.');
    act(() => screen.getByText('Try again').click());
    expect(frame()).not.toBe(before);
    expect(refresh).not.toHaveBeenCalled();
  });

  test('says in the labels of the app that the meeting is over, and offers no other attempt', async () => {
    const refresh = vi.fn();
    const error = new WherebyError('MEETING_EXPIRED', 'x');
    open({ status: 'expired', error, refresh }, { labels: { over: 'Vorbei.', tryAgain: 'Noch einmal' } });
    expect(frames()).toHaveLength(0);
    expect(screen.getByRole('alert')).toHaveTextContent('Vorbei.');
    await act(async () => undefined);
    await vi.dynamicImportSettled();
    expect(screen.getByRole('alert')).toHaveTextContent('Vorbei.');
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('says in the labels of the app that it waits for the URL, and why there is none', () => {
    const retry = vi.fn();
    const labels = { gettingRoom: 'Moment…', problem: 'Geht nicht.', tryAgain: 'Noch einmal' };
    const { rerender } = open({ status: 'loading' }, { labels });
    expect(screen.getByRole('status')).toHaveTextContent('Moment…');
    rerender(
      <MeetingProvider room={{ status: 'error', error: new WherebyError('NOT_ALLOWED', 'x'), retry }} labels={labels}>
        <MeetingOutlet />
      </MeetingProvider>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('Geht nicht.');
    act(() => screen.getByText('Noch einmal').click());
    expect(retry).toHaveBeenCalledOnce();
  });
});

describe('a call that goes on while its page is not shown', () => {
  const Page = () => <MeetingOutlet room={useRoomUrl({ meetingId: '1' })} />;
  const settle = () => act(() => vi.advanceTimersByTimeAsync(0));

  test('keeps its URL for the way back, and no longer than it lasts', async () => {
    const { fetch } = createFakeServer();
    const app = (page?: ReactNode) => (
      <RoomsProvider fetch={fetch}>
        <MeetingProvider persist>{page}</MeetingProvider>
      </RoomsProvider>
    );
    const { rerender } = render(app(<Page />));
    await settle();
    say('onJoin');
    const before = frame();
    rerender(app());
    await settle();
    rerender(app(<Page />));
    await settle();
    expect(fetch).toHaveBeenCalledOnce();
    expect(frame()).toBe(before);

    rerender(app());
    await settle();
    say('onLeave', { removed: false });
    await settle();
    rerender(app(<Page />));
    await settle();
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});
