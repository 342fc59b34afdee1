import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { MeetingOutlet, MeetingProvider, RoomsProvider, useRoomUrl, WherebyEmbed } from 'react-whereby-embed';
import type { WherebyEmbedProps } from 'react-whereby-embed';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { frame, frames, say } from '../embed/room.js';
import { createFakeServer } from './support/createFakeServer.js';
import { buildFailure, buildMeeting, buildResponse } from './support/responses.js';

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

const advance = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));

function setup(props: Partial<WherebyEmbedProps> = {}) {
  const server = createFakeServer();
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

test('shows that the URL is being requested, and then the room', async () => {
  const onError = vi.fn();
  setup({ onError });
  expect(screen.getByRole('status')).toHaveTextContent('Getting the meeting');
  expect(frames()).toHaveLength(0);
  await advance();
  expect(frame().src).toContain('https://acme.whereby.com/room-1?roomKey=key-1');
  expect(onError).not.toHaveBeenCalled();
});

test('shows that the meeting could not be opened, and requests it again when the button is pressed', async () => {
  const onError = vi.fn();
  const { server } = setup({ onError });
  server.replies.push(buildFailure('NOT_ALLOWED', 403));
  await advance();
  expect(screen.getByRole('alert')).toHaveTextContent('could not be opened');
  expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'NOT_ALLOWED' }));
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await advance();
  expect(frames()).toHaveLength(1);
});

test('loading and fallback of the app replace both', async () => {
  const { server } = setup({ loading: <p>Un moment…</p>, fallback: ({ code }) => <p>Non : {code}</p> });
  server.replies.push(buildFailure('MEETING_EXPIRED', 410));
  expect(screen.getByText('Un moment…')).toBeInTheDocument();
  await advance();
  expect(screen.getByText('Non : MEETING_EXPIRED')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('removes the room at the end of the meeting if nobody has joined, and shows it again after a new request', async () => {
  const { server } = setup();
  await advance();
  await advance(3_600_000);
  expect(frames()).toHaveLength(0);
  expect(screen.getByRole('alert')).toHaveTextContent('This meeting is over.');
  server.replies.push(buildResponse(buildMeeting('1', { endDate: '2030-01-01T02:00:00.000Z' })));
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await advance();
  expect(frames()).toHaveLength(1);
});

test('keeps the frame of a joined participant: after the end, a newer key and a failed refresh', async () => {
  const { server, refresh } = setup();
  await advance();
  say('onReady', null);
  say('onJoin', null);
  const before = frame();
  const { src } = before;
  server.replies.push(buildResponse(buildMeeting('1', { url: 'https://acme.whereby.com/room-1?roomKey=newer' })));
  refresh();
  await advance();
  expect(frame()).toBe(before);
  server.replies.push(buildFailure('NOT_ALLOWED', 403));
  refresh();
  await advance();
  await advance(3_600_000);
  fireEvent.click(screen.getByRole('button', { name: 'Render' }));
  expect(frame()).toBe(before);
  expect(before.src).toBe(src);
  expect(screen.queryByRole('alert')).toBeNull();
});

describe('a call that goes on from page to page', () => {
  function Page({ meetingId = '1' }: { meetingId?: string }) {
    return <MeetingOutlet room={useRoomUrl({ meetingId })} />;
  }
  const open = () => {
    const server = createFakeServer();
    // Each page has a provider of its own, so that nothing of what the last one knew is known.
    const tree = (page: ReactNode) => (
      <MeetingProvider persist>{page && <RoomsProvider fetch={server.fetch}>{page}</RoomsProvider>}</MeetingProvider>
    );
    const { rerender } = render(tree(<Page />));
    return { server, go: (page: ReactNode) => rerender(tree(page)) };
  };

  test.each(['onKnock', 'onJoin'] as const)(
    'keeps its frame on the way back, while the page requests the URL again (%s)',
    async (event) => {
      const { server, go } = open();
      await advance();
      say('onReady', null);
      say(event, null);
      const before = frame();
      go(null);
      await advance();
      expect(frame()).toBe(before);
      go(<Page />);
      expect(frame()).toBe(before);
      await advance();
      expect(frame()).toBe(before);
      expect(server.fetch).toHaveBeenCalledTimes(2);
    },
  );

  test('is another meeting once the URL of another room is known', async () => {
    const { go } = open();
    await advance();
    say('onReady', null);
    say('onKnock', null);
    go(<Page meetingId="2" />);
    await advance();
    expect(frame().src).toContain('/room-2');
  });

  test('is over for one who knocks if the URL is refused', async () => {
    const { server, go } = open();
    await advance();
    say('onReady', null);
    say('onKnock', null);
    go(null);
    await advance();
    server.replies.push(buildFailure('NOT_ALLOWED', 403));
    go(<Page />);
    await advance();
    expect(frames()).toHaveLength(0);
  });
});
