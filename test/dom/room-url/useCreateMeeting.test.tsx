import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { RoomsProvider, useCreateMeeting, useRoomUrl } from 'react-whereby-embed';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeServer } from './support/createFakeServer.js';
import { buildFailure, buildMeeting } from './support/responses.js';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2030-01-01T00:00:00.000Z') }));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const advance = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));

function setup(server = createFakeServer()) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <RoomsProvider fetch={server.fetch}>{children}</RoomsProvider>
  );
  const hook = renderHook(
    ({ meetingId }: { meetingId?: string }) => ({ creation: useCreateMeeting(), room: useRoomUrl({ meetingId }) }),
    { wrapper, initialProps: {} },
  );
  return { server, ...hook };
}

test('creates nothing before create is called, and then reports the status', async () => {
  const { result, server } = setup();
  await advance(1000);
  expect(result.current.creation.status).toBe('idle');
  expect(server.fetch).not.toHaveBeenCalled();
  let made: unknown;
  act(() => void result.current.creation.create({ key: 'lesson', minutes: 30 }).then((value) => (made = value)));
  expect(result.current.creation.status).toBe('creating');
  await advance();
  expect(made).toEqual(buildMeeting('new-1'));
  expect(result.current.creation).toMatchObject({ status: 'ready', meeting: buildMeeting('new-1') });
  expect(server.fetch.mock.lastCall![1]!.body).toBe('{"key":"lesson","minutes":30}');
  act(() => result.current.creation.reset());
  expect(result.current.creation.status).toBe('idle');
});

test('useRoomUrl has the URL of a meeting created here at once', async () => {
  const { result, rerender, server } = setup();
  act(() => void result.current.creation.create());
  await advance();
  rerender({ meetingId: 'new-1' });
  expect(result.current.room).toMatchObject({ status: 'ready', url: buildMeeting('new-1').url });
  expect(server.fetch).toHaveBeenCalledOnce();
});

test('repeats a temporary failure with the same key, so that there is one meeting', async () => {
  const { result, server } = setup();
  server.replies.push(new TypeError('lost'), buildFailure('SERVICE_UNAVAILABLE', 503));
  act(() => void result.current.creation.create({ minutes: 5 }));
  await advance(10_000);
  expect(result.current.creation.status).toBe('ready');
  const bodies = server.fetch.mock.calls.map(([, init]) => init!.body);
  expect(bodies).toHaveLength(3);
  expect(new Set(bodies).size).toBe(1);
  expect(JSON.parse(String(bodies[0]))).toEqual({ key: expect.stringMatching(/.{10}/) as string, minutes: 5 });
  act(() => void result.current.creation.create({ minutes: 5 }));
  await advance();
  expect(server.fetch.mock.lastCall![1]!.body).not.toBe(bodies[0]);
});

test('a refusal is in the status and in the promise, which may be ignored', async () => {
  const { result, server } = setup();
  server.replies.push(buildFailure('NOT_ALLOWED', 403), buildFailure('INPUT_REFUSED', 400));
  // Vitest fails on a rejection that nobody handles.
  act(() => void result.current.creation.create());
  await advance();
  expect(result.current.creation).toMatchObject({ status: 'error', error: { code: 'NOT_ALLOWED' } });
  const made = result.current.creation.create({ minutes: 5 });
  await act(() => expect(made).rejects.toMatchObject({ code: 'INPUT_REFUSED' }));
});

test('two calls at once create a meeting each', async () => {
  const { result } = setup();
  const both = Promise.all([result.current.creation.create(), result.current.creation.create()]);
  await advance();
  expect((await both).map(({ meetingId }) => meetingId)).toEqual(['new-1', 'new-2']);
  expect(result.current.creation).toMatchObject({ status: 'ready', meeting: { meetingId: 'new-2' } });
});

test('a signal stops it', async () => {
  const { result, server } = setup();
  server.replies.push(buildFailure('SERVICE_BUSY', 429, { 'retry-after': '60' }));
  const controller = new AbortController();
  const made = result.current.creation.create({}, { signal: controller.signal });
  await advance(1000);
  controller.abort(new Error('changed my mind'));
  await act(() => expect(made).rejects.toThrow('changed my mind'));
  await advance(120_000);
  expect(server.fetch).toHaveBeenCalledOnce();
});

test('a signal that has aborted already sends nothing and leaves the status', async () => {
  const { result, server } = setup();
  const made = result.current.creation.create({}, { signal: AbortSignal.abort(new Error('closed')) });
  await act(() => expect(made).rejects.toThrow('closed'));
  expect(result.current.creation.status).toBe('idle');
  expect(server.fetch).not.toHaveBeenCalled();
});

test('a creation that its signal has stopped is idle, not an error', async () => {
  const { result, server } = setup();
  server.holdReply();
  const controller = new AbortController();
  act(() => void result.current.creation.create({}, { signal: controller.signal }));
  await advance();
  expect(result.current.creation.status).toBe('creating');
  controller.abort();
  await advance();
  expect(result.current.creation.status).toBe('idle');
  expect(server.signals[0]!.aborted).toBe(true);
});

test('an undefined key, and the event of a button, are no input', async () => {
  const { result, server } = setup();
  act(() => void result.current.creation.create({ key: undefined }));
  await advance();
  act(() => void result.current.creation.create({ nativeEvent: new Event('click'), key: 'Enter' } as never));
  await advance();
  const bodies = server.fetch.mock.calls.map(([, init]) => JSON.parse(init!.body as string) as object);
  for (const body of bodies) expect(body).toEqual({ key: expect.stringMatching(/.{10}/) as string });
  expect(bodies).toHaveLength(2);
});

test('says that it waits for the network', async () => {
  const { result, server } = setup();
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  server.replies.push(new TypeError('offline'));
  act(() => void result.current.creation.create());
  await advance();
  expect(result.current.creation).toMatchObject({ status: 'creating', isOffline: true });
  await advance(5000);
  expect(result.current.creation.status).toBe('ready');
  vi.restoreAllMocks();
});

test('the URL of a created meeting is forgotten with the component that has created it', async () => {
  const server = createFakeServer();
  let create: (() => Promise<unknown>) | undefined;
  function Creating() {
    create = useCreateMeeting().create;
    return null;
  }
  const Room = () => <p>{useRoomUrl({ meetingId: 'new-1' }).status}</p>;
  const tree = (child: ReactNode) => <RoomsProvider fetch={server.fetch}>{child}</RoomsProvider>;
  const { rerender } = render(tree(<Creating />));
  act(() => void create!());
  await advance();
  rerender(tree(<Room key="room" />));
  expect(screen.getByText('ready')).toBeInTheDocument();
  rerender(tree(<Creating />));
  await advance();
  rerender(tree(<Room key="room" />));
  expect(screen.getByText('loading')).toBeInTheDocument();
});
