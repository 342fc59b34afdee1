import { act, render, screen } from '@testing-library/react';
import { MeetingOutlet, MeetingProvider, WherebyError } from 'react-whereby-embed';
import type { MeetingProviderProps, RoomSource } from 'react-whereby-embed';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { frame, frames } from '../embed/room.js';

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
