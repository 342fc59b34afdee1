import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { RoomsProvider, useRoomUrl, WherebyEmbed } from 'react-whereby-embed';
import type { WherebyEmbedProps } from 'react-whereby-embed';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { frame, frames, say } from '../embed/room.js';
import { failed, fakeServer, json, meeting } from './server.js';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2030-01-01T00:00:00.000Z') });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'group').mockImplementation(() => undefined);
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pass = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));

function setup(props: Partial<WherebyEmbedProps> = {}) {
  const server = fakeServer();
  let refresh: () => void = () => undefined;
  function Meeting() {
    const [, setCount] = useState(0);
    const room = useRoomUrl({ meetingId: '1' });
    if (room.status === 'ready') refresh = () => void room.refresh();
    return (
      <>
        <button onClick={() => setCount((count) => count + 1)}>Render</button>
        <WherebyEmbed {...props} room={room} />
      </>
    );
  }
  render(
    <RoomsProvider fetch={server.fetch}>
      <Meeting />
    </RoomsProvider>,
  );
  return { server, refresh: () => act(() => refresh()) };
}

test('the component shows that the address is on its way, and then the room', async () => {
  const onError = vi.fn();
  setup({ onError });
  expect(screen.getByRole('status')).toHaveTextContent('Getting the meeting');
  expect(frames()).toHaveLength(0);
  await pass();
  expect(frame().src).toContain('https://acme.whereby.com/room-1?roomKey=key-1');
  expect(onError).not.toHaveBeenCalled();
});

test('it shows that there is none, and tries again when told to', async () => {
  const onError = vi.fn();
  const { server } = setup({ onError });
  server.replies.push(failed('NOT_ALLOWED', 403));
  await pass();
  expect(screen.getByRole('alert')).toHaveTextContent('could not be opened');
  expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'NOT_ALLOWED' }));
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await pass();
  expect(frames()).toHaveLength(1);
});

test('the app can show both in its own words', async () => {
  const { server } = setup({ loading: <p>Un moment…</p>, fallback: ({ code }) => <p>Non : {code}</p> });
  server.replies.push(failed('MEETING_EXPIRED', 410));
  expect(screen.getByText('Un moment…')).toBeInTheDocument();
  await pass();
  expect(screen.getByText('Non : MEETING_EXPIRED')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('the end takes the room from whoever has not joined, and a new answer brings it back', async () => {
  const { server } = setup();
  await pass();
  await pass(3_600_000);
  expect(frames()).toHaveLength(0);
  expect(screen.getByRole('alert')).toHaveTextContent('This meeting is over.');
  server.replies.push(json(meeting('1', { endDate: '2030-01-01T02:00:00.000Z' })));
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await pass();
  expect(frames()).toHaveLength(1);
});

test('nothing takes it from whoever has joined: not the end, not a newer key, not a failed refresh', async () => {
  const { server, refresh } = setup();
  await pass();
  say('onReady', null);
  say('onJoin', null);
  const before = frame();
  const { src } = before;
  server.replies.push(json(meeting('1', { url: 'https://acme.whereby.com/room-1?roomKey=newer' })));
  refresh();
  await pass();
  expect(frame()).toBe(before);
  server.replies.push(failed('NOT_ALLOWED', 403));
  refresh();
  await pass();
  await pass(3_600_000);
  fireEvent.click(screen.getByRole('button', { name: 'Render' }));
  expect(frame()).toBe(before);
  expect(before.src).toBe(src);
  expect(screen.queryByRole('alert')).toBeNull();
});
