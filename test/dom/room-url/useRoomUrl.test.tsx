import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import { StrictMode, version } from 'react';
import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { SWRConfig } from 'swr';
import { RoomsProvider, useRoomUrl } from 'react-whereby-embed';
import type { UseRoomUrlOptions, RoomsProviderProps, RoomUrl } from 'react-whereby-embed';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failed, fakeServer, json, meeting } from './server.js';

const start = Date.parse('2030-01-01T00:00:00.000Z');

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  vi.spyOn(Math, 'random').mockReturnValue(1);
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Lets everything settle that needs no time, then as much time pass as is said. */
const pass = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));

function setup(
  request: UseRoomUrlOptions | null,
  props: RoomsProviderProps = {},
  Outer = ({ children }: { children: ReactNode }) => children,
) {
  const server = fakeServer();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Outer>
      <RoomsProvider fetch={server.fetch} {...props}>
        {children}
      </RoomsProvider>
    </Outer>
  );
  const hook = renderHook((asked: UseRoomUrlOptions | null) => useRoomUrl(asked), { wrapper, initialProps: request });
  return { server, ...hook };
}

const urlOf = (result: RoomUrl) => (result.status === 'ready' ? result.url : result.status);

describe('an address', () => {
  test('is loading, then ready with everything the server says', async () => {
    const { result, server } = setup({ meetingId: 'a/b' });
    expect(result.current).toEqual({ status: 'loading' });
    await pass();
    expect(result.current).toEqual({ ...meeting('a/b'), status: 'ready', refresh: expect.any(Function) as () => void });
    expect(server.paths()).toEqual(['/api/whereby/meetings/a%2Fb']);
  });

  test('is not asked for before there is a meeting to ask for', async () => {
    const { result, rerender, server } = setup({ meetingId: undefined });
    await pass(60_000);
    rerender(null);
    await pass();
    expect(result.current).toEqual({ status: 'loading' });
    expect(server.fetch).not.toHaveBeenCalled();
    rerender({ meetingId: '7' });
    await pass();
    expect(result.current.status).toBe('ready');
  });

  test('of a key is made by the server', async () => {
    const { result, server } = setup({ create: { key: 'lesson-42', minutes: 30 } });
    await pass();
    expect(result.current).toMatchObject({ status: 'ready', meetingId: 'new-1' });
    const [[path, init]] = server.fetch.mock.calls as [[string, RequestInit]];
    expect([path, init.method, init.body]).toEqual([
      '/api/whereby/meetings',
      'POST',
      '{"key":"lesson-42","minutes":30}',
    ]);
    expect(new Headers(init.headers).get('content-type')).toBe('application/json');
  });

  test('is asked for with the headers of the moment, at the endpoint of the provider', async () => {
    let token = 0;
    const headers = () => Promise.resolve({ authorization: `Bearer ${++token}` });
    const { server, result } = setup(
      { meetingId: '1' },
      { endpoint: 'https://api.test/rooms/', headers, credentials: 'include' },
    );
    server.replies.push(failed('SERVICE_UNAVAILABLE', 503));
    await pass(5000);
    expect(result.current.status).toBe('ready');
    expect(server.paths()).toEqual(Array(2).fill('https://api.test/rooms/meetings/1'));
    expect(server.fetch.mock.calls.map(([, init]) => new Headers(init!.headers).get('authorization'))).toEqual([
      'Bearer 1',
      'Bearer 2',
    ]);
    expect(server.fetch.mock.lastCall![1]!.credentials).toBe('include');
  });

  test('stays the same object while nothing changes', async () => {
    const { result, rerender } = setup({ meetingId: '1' });
    await pass();
    const before = result.current;
    rerender({ meetingId: '1' });
    await pass();
    expect(result.current).toBe(before);
  });

  test('of another meeting is loading until it is there', async () => {
    const { result, rerender } = setup({ meetingId: '1' });
    await pass();
    rerender({ meetingId: '2' });
    expect(result.current.status).toBe('loading');
    await pass();
    expect(result.current).toMatchObject({ status: 'ready', meetingId: '2' });
  });
});

describe('requests', () => {
  test('for the same meeting share one flight, also in StrictMode', async () => {
    const { fetch } = fakeServer();
    const One = () => <p>{urlOf(useRoomUrl({ meetingId: '1' }))}</p>;
    render(
      <StrictMode>
        <RoomsProvider fetch={fetch}>
          <One />
          <One />
        </RoomsProvider>
      </StrictMode>,
    );
    await pass();
    expect(screen.getAllByText(meeting('1').url)).toHaveLength(2);
    expect(fetch).toHaveBeenCalledOnce();
  });

  test('to create make one meeting in StrictMode', async () => {
    const { fetch } = fakeServer();
    const One = () => <p>{urlOf(useRoomUrl({ create: { key: 'a' } }))}</p>;
    render(
      <StrictMode>
        <RoomsProvider fetch={fetch}>
          <One />
        </RoomsProvider>
      </StrictMode>,
    );
    await pass();
    expect(screen.getByText(meeting('new-1').url)).toBeInTheDocument();
    expect(fetch).toHaveBeenCalledOnce();
  });

  test('are stopped when the last component that wants the answer has gone, and not before', async () => {
    const server = fakeServer();
    server.held();
    const One = () => <p>{urlOf(useRoomUrl({ meetingId: '1' }))}</p>;
    const tree = (count: number) => (
      <RoomsProvider fetch={server.fetch}>
        {Array.from({ length: count }, (_, index) => (
          <One key={index} />
        ))}
      </RoomsProvider>
    );
    const { rerender } = render(tree(2));
    await pass();
    rerender(tree(1));
    await pass(1);
    expect(server.signals[0]!.aborted).toBe(false);
    rerender(tree(0));
    await pass(1);
    expect(server.signals[0]!.aborted).toBe(true);
    rerender(tree(1));
    expect(screen.getByText('loading')).toBeInTheDocument();
    await pass();
    expect(screen.getByText(meeting('1').url)).toBeInTheDocument();
    expect(server.fetch).toHaveBeenCalledTimes(2);
  });

  test('that wait to be repeated are stopped too', async () => {
    const { server, unmount } = setup({ meetingId: '1' });
    server.replies.push(failed('SERVICE_BUSY', 429, { 'retry-after': '30' }));
    await pass(1000);
    unmount();
    await pass(60_000);
    expect(server.fetch).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('of one provider are not shown below another: people sign out and in', async () => {
    const server = fakeServer();
    const One = () => <p>{urlOf(useRoomUrl({ meetingId: '1' }))}</p>;
    const tree = (user: string) => (
      <RoomsProvider key={user} fetch={server.fetch}>
        <One />
      </RoomsProvider>
    );
    const { rerender } = render(tree('ada'));
    await pass();
    server.replies.push(json(meeting('1', { url: 'https://acme.whereby.com/room-1', role: 'visitor' })));
    rerender(tree('bob'));
    expect(screen.getByText('loading')).toBeInTheDocument();
    await pass();
    expect(screen.getByText('https://acme.whereby.com/room-1')).toBeInTheDocument();
  });
});

describe('what fails', () => {
  test.each([
    ['SIGN_IN_REQUIRED', 401],
    ['NOT_ALLOWED', 403],
    ['MEETING_NOT_FOUND', 404],
    ['INPUT_REFUSED', 400],
    ['SERVICE_REFUSED', 502],
    ['BODY_CONSUMED', 500],
  ])('for good (%s) is an error at once, and tried again when told to', async (code, status) => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(failed(code, status));
    await pass(120_000);
    expect(server.fetch).toHaveBeenCalledOnce();
    const { current } = result;
    if (current.status !== 'error') throw new Error(current.status);
    expect(current.error).toMatchObject({ code, message: expect.stringContaining(`It is ${code}.`) as string });
    let done: unknown;
    act(() => void (done = current.retry()));
    expect(result.current.status).toBe('loading');
    await pass();
    await done;
    expect(result.current.status).toBe('ready');
  });

  test.each([
    ['429', () => failed('SERVICE_BUSY', 429)],
    ['500', () => failed('SERVER_FAILED', 500)],
    ['503', () => failed('SERVICE_UNAVAILABLE', 503)],
    ['a proxy’s 502', () => new Response('<html>', { status: 502 })],
    ['no network', () => new TypeError('fetch failed')],
    [
      'half a body',
      () => new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) })),
    ],
  ])('in passing (%s) is repeated, later each time, and an error in the end', async (_name, reply) => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(...Array<typeof reply>(5).fill(reply));
    await pass(14_000);
    expect(result.current.status).toBe('loading');
    await pass(2000);
    expect(result.current.status).toBe('error');
    expect(server.times.map((time) => time - start)).toEqual([0, 1000, 3000, 7000, 15_000]);
  });

  test('is repeated when the server says, for a minute too', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(failed('SERVICE_BUSY', 429, { 'retry-after': '60' }));
    await pass(59_000);
    expect(server.fetch).toHaveBeenCalledOnce();
    await pass(1000);
    expect(result.current.status).toBe('ready');
  });

  test('reads a Retry-After that is a date', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(failed('SERVICE_BUSY', 503, { 'retry-after': new Date(start + 30_000).toUTCString() }));
    await pass(29_000);
    expect(result.current.status).toBe('loading');
    await pass(1000);
    expect(result.current.status).toBe('ready');
  });

  test('for want of a network waits for the network, however long that takes', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(new TypeError('offline'));
    await pass(3_600_000);
    expect(server.fetch).toHaveBeenCalledOnce();
    expect(result.current.status).toBe('loading');
    online.mockReturnValue(true);
    act(() => void dispatchEvent(new Event('online')));
    await pass();
    expect(result.current.status).toBe('ready');
  });

  test('is ROOMS_UNREACHABLE in the end if the server never responds', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(...Array<TypeError>(5).fill(new TypeError('refused')));
    await pass(16_000);
    expect(result.current).toMatchObject({ status: 'error', error: { code: 'ROOMS_UNREACHABLE' } });
  });

  test('for want of a server is tried at once when there is a network again', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(new TypeError('refused'), new TypeError('refused'), new TypeError('refused'));
    await pass(3500);
    expect(server.fetch).toHaveBeenCalledTimes(3);
    act(() => void dispatchEvent(new Event('online')));
    await pass();
    expect(result.current.status).toBe('ready');
    act(() => void dispatchEvent(new Event('online')));
    await pass(60_000);
    expect(server.fetch).toHaveBeenCalledTimes(4);
  });

  test('to answer in time is repeated', async () => {
    const { result, server } = setup({ meetingId: '1' }, { timeout: 5000 });
    server.fetch.mockImplementationOnce(
      (_path, init) =>
        new Promise((_resolve, reject) => init!.signal!.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    await pass(6100);
    expect(result.current.status).toBe('ready');
  });

  test.each([
    [
      'a page instead of the handler',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'ROOMS_ANSWER_INVALID',
    ],
    ['a page that is not there', () => new Response('<html>', { status: 404 }), 'ROUTE_NOT_FOUND'],
    ['no role', () => json({ ...meeting('1'), role: undefined }), 'ROOMS_ANSWER_INVALID'],
    ['no address', () => json({ ...meeting('1'), url: undefined }), 'ROOMS_ANSWER_INVALID'],
    ['no end', () => json({ ...meeting('1'), endDate: 'soon' }), 'ROOMS_ANSWER_INVALID'],
    ['a code of someone else', () => failed('constructor', 401), 'SIGN_IN_REQUIRED'],
    ['null', () => json(null), 'ROOMS_ANSWER_INVALID'],
  ])('because the endpoint answers %s says so', async (_name, reply, code) => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(reply);
    await pass();
    expect(result.current).toMatchObject({ status: 'error', error: { name: 'WherebyError', code } });
    expect(server.fetch).toHaveBeenCalledOnce();
  });

  test('because the token cannot be had is repeated', async () => {
    const headers = vi.fn().mockRejectedValueOnce(new Error('no session')).mockResolvedValue({});
    const { result } = setup({ meetingId: '1' }, { headers });
    await pass(1000);
    expect(result.current.status).toBe('ready');
  });
});

describe('under a live frame', () => {
  test('focus, reconnect, time and another component change nothing', async () => {
    const server = fakeServer();
    const One = () => <p>{urlOf(useRoomUrl({ meetingId: '1' }))}</p>;
    const tree = (count: number) => (
      <RoomsProvider fetch={server.fetch}>
        {Array.from({ length: count }, (_, index) => (
          <One key={index} />
        ))}
      </RoomsProvider>
    );
    const { rerender } = render(tree(1));
    await pass();
    await pass(30 * 60_000);
    for (const [target, type] of [
      [window, 'focus'],
      [document, 'visibilitychange'],
      [window, 'offline'],
      [window, 'online'],
    ] as const) {
      act(() => void target.dispatchEvent(new Event(type)));
      await pass(6000);
    }
    rerender(tree(2));
    await pass(6000);
    expect(screen.getAllByText(meeting('1').url)).toHaveLength(2);
    expect(server.fetch).toHaveBeenCalledOnce();
  });

  test('what the app has set for its own requests changes nothing', async () => {
    const config = {
      suspense: true,
      refreshInterval: 1000,
      revalidateOnMount: false,
      revalidateIfStale: true,
      shouldRetryOnError: true,
      keepPreviousData: true,
      isPaused: () => true,
      fetcher: () => 'theirs',
    };
    const Outer = ({ children }: { children: ReactNode }) => <SWRConfig value={config}>{children}</SWRConfig>;
    const { result, server } = setup({ meetingId: '1' }, {}, Outer);
    await pass(10_000);
    expect(result.current).toMatchObject({ status: 'ready', meetingId: '1' });
    expect(server.fetch).toHaveBeenCalledOnce();
  });

  test('a refresh keeps the address until there is another one, and when it fails', async () => {
    const { result, server } = setup({ meetingId: '1' });
    await pass();
    const first = result.current;
    if (first.status !== 'ready') throw new Error(first.status);
    const answer = server.held();
    let done: Promise<void> | undefined;
    act(() => void (done = first.refresh()));
    expect(urlOf(result.current)).toBe(meeting('1').url);
    await act(async () => {
      answer(failed('NOT_ALLOWED', 403));
      await done;
    });
    expect(urlOf(result.current)).toBe(meeting('1').url);
    server.replies.push(json(meeting('1', { url: 'https://acme.whereby.com/room-1?roomKey=newer' })));
    await act(() => first.refresh());
    expect(urlOf(result.current)).toBe('https://acme.whereby.com/room-1?roomKey=newer');
  });
});

describe('the end of a meeting', () => {
  test('makes its address expire, and refresh asks anew', async () => {
    const { result, server } = setup({ create: { key: 'a' } });
    await pass();
    await pass(3_599_000);
    expect(result.current.status).toBe('ready');
    await pass(1000);
    const { current } = result;
    if (current.status !== 'expired') throw new Error(current.status);
    expect(current.url).toBe(meeting('new-1').url);
    server.replies.push(json(meeting('2', { endDate: '2030-01-01T02:00:00.000Z' })));
    await act(() => current.refresh());
    expect(result.current).toMatchObject({ status: 'ready', meetingId: '2' });
  });

  test('is known from the server too', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(failed('MEETING_EXPIRED', 410));
    await pass();
    expect(result.current).toEqual({
      status: 'expired',
      error: expect.objectContaining({ code: 'MEETING_EXPIRED' }) as Error,
      refresh: expect.any(Function) as () => void,
    });
    expect(server.fetch).toHaveBeenCalledOnce();
  });

  test('after the end the server decides: whom it lets in is in', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(json(meeting('1', { endDate: '2029-12-31T23:55:00.000Z' })));
    await pass();
    await pass(60_000);
    expect(result.current.status).toBe('ready');
  });

  test.each([
    ['fast', 600_000],
    ['slow', -600_000],
  ])('comes on time on a clock that is ten minutes %s', async (_name, skew) => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(() => json(meeting('1'), 200, { date: new Date(Date.now()).toUTCString() }));
    vi.setSystemTime(start + skew);
    server.replies.splice(0, 1, json(meeting('1'), 200, { date: new Date(start).toUTCString() }));
    await pass();
    await pass(3_590_000);
    expect(result.current.status).toBe('ready');
    await pass(10_000);
    expect(result.current.status).toBe('expired');
  });

  test('is still the end for whoever comes back to the page', async () => {
    const server = fakeServer();
    const One = () => <p>{urlOf(useRoomUrl({ meetingId: '1' }))}</p>;
    const tree = (on: boolean) => <RoomsProvider fetch={server.fetch}>{on && <One />}</RoomsProvider>;
    const { rerender } = render(tree(true));
    await pass();
    rerender(tree(false));
    await pass(7_200_000);
    rerender(tree(true));
    expect(screen.getByText('expired')).toBeInTheDocument();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('may be a year away', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(json(meeting('1', { endDate: '2031-01-01T00:00:00.000Z' })));
    await pass();
    await pass(100 * 24 * 3_600_000);
    expect(result.current.status).toBe('ready');
    await pass(265 * 24 * 3_600_000);
    expect(result.current.status).toBe('expired');
  });
});

test('renders on a server as loading, and hydrates without a warning', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = fakeServer();
  const One = () => <p>{urlOf(useRoomUrl({ meetingId: '1' }))}</p>;
  const tree = (
    <RoomsProvider fetch={server.fetch}>
      <One />
    </RoomsProvider>
  );
  const html = renderToString(tree);
  expect(html).toBe('<p>loading</p>');
  // React 18 warns of layout effects in this environment, which is a server and a browser at once.
  log.mockClear();
  const container = document.createElement('div');
  container.innerHTML = html;
  document.body.append(container);
  let root: Root | undefined;
  act(() => {
    root = hydrateRoot(container, tree);
  });
  await pass();
  expect(container.textContent).toBe(meeting('1').url);
  expect(log.mock.calls).toEqual([]);
  act(() => root!.unmount());
  container.remove();
});

test('works without a provider', async () => {
  const server = fakeServer();
  vi.stubGlobal('fetch', server.fetch);
  const { result } = renderHook(() => useRoomUrl({ meetingId: `alone-${version}` }));
  await pass();
  expect(result.current.status).toBe('ready');
  vi.unstubAllGlobals();
});
