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
import { createFakeServer } from './support/createFakeServer.js';
import { buildFailure, buildMeeting, buildResponse } from './support/responses.js';

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

/** Advances the clock, and lets promises settle. */
const advance = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));

function setup(
  request: UseRoomUrlOptions | null,
  props: RoomsProviderProps = {},
  Outer = ({ children }: { children: ReactNode }) => children,
) {
  const server = createFakeServer();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Outer>
      <RoomsProvider fetch={server.fetch} {...props}>
        {children}
      </RoomsProvider>
    </Outer>
  );
  const hook = renderHook((options: UseRoomUrlOptions | null) => useRoomUrl(options), {
    wrapper,
    initialProps: request,
  });
  return { server, ...hook };
}

const urlOrStatus = (result: RoomUrl) => (result.status === 'ready' ? result.url : result.status);

describe('the URL', () => {
  test('is loading, then ready with everything the server returned', async () => {
    const { result, server } = setup({ meetingId: 'a/b' });
    expect(result.current).toEqual({ status: 'loading' });
    await advance();
    expect(result.current).toEqual({
      ...buildMeeting('a/b'),
      status: 'ready',
      refresh: expect.any(Function) as () => void,
    });
    expect(server.paths()).toEqual(['/api/whereby/meetings/a%2Fb']);
  });

  test('is not requested before there is a meeting to ask for', async () => {
    const { result, rerender, server } = setup({ meetingId: undefined });
    await advance(60_000);
    rerender(null);
    await advance();
    expect(result.current).toEqual({ status: 'loading' });
    expect(server.fetch).not.toHaveBeenCalled();
    rerender({ meetingId: '7' });
    await advance();
    expect(result.current.status).toBe('ready');
  });

  test('is that of the meeting the server creates for a key', async () => {
    const { result, server } = setup({ create: { key: 'lesson-42', minutes: 30 } });
    await advance();
    expect(result.current).toMatchObject({ status: 'ready', meetingId: 'new-1' });
    const [[path, init]] = server.fetch.mock.calls as [[string, RequestInit]];
    expect([path, init.method, init.body]).toEqual([
      '/api/whereby/meetings',
      'POST',
      '{"key":"lesson-42","minutes":30}',
    ]);
    expect(new Headers(init.headers).get('content-type')).toBe('application/json');
  });

  test("is requested from the provider's endpoint, with new headers for each attempt", async () => {
    let token = 0;
    const headers = () => Promise.resolve({ authorization: `Bearer ${++token}` });
    const { server, result } = setup(
      { meetingId: '1' },
      { endpoint: 'https://api.test/rooms/', headers, credentials: 'include' },
    );
    server.replies.push(buildFailure('SERVICE_UNAVAILABLE', 503));
    await advance(5000);
    expect(result.current.status).toBe('ready');
    expect(server.paths()).toEqual(Array(2).fill('https://api.test/rooms/meetings/1'));
    expect(server.fetch.mock.calls.map(([, init]) => new Headers(init!.headers).get('authorization'))).toEqual([
      'Bearer 1',
      'Bearer 2',
    ]);
    expect(server.fetch.mock.lastCall![1]!.credentials).toBe('include');
  });

  test('is in the same object as long as nothing changes', async () => {
    const { result, rerender } = setup({ meetingId: '1' });
    await advance();
    const before = result.current;
    rerender({ meetingId: '1' });
    await advance();
    expect(result.current).toBe(before);
  });

  test('is loading after a change to another meeting', async () => {
    const { result, rerender } = setup({ meetingId: '1' });
    await advance();
    rerender({ meetingId: '2' });
    expect(result.current.status).toBe('loading');
    await advance();
    expect(result.current).toMatchObject({ status: 'ready', meetingId: '2' });
  });
});

describe('requests', () => {
  test('for the same meeting are one request, also in StrictMode', async () => {
    const { fetch } = createFakeServer();
    const RoomText = () => <p>{urlOrStatus(useRoomUrl({ meetingId: '1' }))}</p>;
    render(
      <StrictMode>
        <RoomsProvider fetch={fetch}>
          <RoomText />
          <RoomText />
        </RoomsProvider>
      </StrictMode>,
    );
    await advance();
    expect(screen.getAllByText(buildMeeting('1').url)).toHaveLength(2);
    expect(fetch).toHaveBeenCalledOnce();
  });

  test('to create a meeting create one in StrictMode', async () => {
    const { fetch } = createFakeServer();
    const RoomText = () => <p>{urlOrStatus(useRoomUrl({ create: { key: 'a' } }))}</p>;
    render(
      <StrictMode>
        <RoomsProvider fetch={fetch}>
          <RoomText />
        </RoomsProvider>
      </StrictMode>,
    );
    await advance();
    expect(screen.getByText(buildMeeting('new-1').url)).toBeInTheDocument();
    expect(fetch).toHaveBeenCalledOnce();
  });

  test('are stopped when the last component that needs the result has gone, and not before', async () => {
    const server = createFakeServer();
    server.holdReply();
    const RoomText = () => <p>{urlOrStatus(useRoomUrl({ meetingId: '1' }))}</p>;
    const tree = (count: number) => (
      <RoomsProvider fetch={server.fetch}>
        {Array.from({ length: count }, (_, index) => (
          <RoomText key={index} />
        ))}
      </RoomsProvider>
    );
    const { rerender } = render(tree(2));
    await advance();
    rerender(tree(1));
    await advance(1);
    expect(server.signals[0]!.aborted).toBe(false);
    rerender(tree(0));
    await advance(1);
    expect(server.signals[0]!.aborted).toBe(true);
    rerender(tree(1));
    expect(screen.getByText('loading')).toBeInTheDocument();
    await advance();
    expect(screen.getByText(buildMeeting('1').url)).toBeInTheDocument();
    expect(server.fetch).toHaveBeenCalledTimes(2);
  });

  test('are stopped while they wait to be repeated, too', async () => {
    const { server, unmount } = setup({ meetingId: '1' });
    server.replies.push(buildFailure('SERVICE_BUSY', 429, { 'retry-after': '30' }));
    await advance(1000);
    unmount();
    await advance(60_000);
    expect(server.fetch).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('of one provider are not shown below another, so people can sign out and in', async () => {
    const server = createFakeServer();
    const RoomText = () => <p>{urlOrStatus(useRoomUrl({ meetingId: '1' }))}</p>;
    const tree = (user: string) => (
      <RoomsProvider key={user} fetch={server.fetch}>
        <RoomText />
      </RoomsProvider>
    );
    const { rerender } = render(tree('ada'));
    await advance();
    server.replies.push(buildResponse(buildMeeting('1', { url: 'https://acme.whereby.com/room-1', role: 'visitor' })));
    rerender(tree('bob'));
    expect(screen.getByText('loading')).toBeInTheDocument();
    await advance();
    expect(screen.getByText('https://acme.whereby.com/room-1')).toBeInTheDocument();
  });
});

describe('a failure', () => {
  test.each([
    ['SIGN_IN_REQUIRED', 401],
    ['NOT_ALLOWED', 403],
    ['MEETING_NOT_FOUND', 404],
    ['INPUT_REFUSED', 400],
    ['SERVICE_REFUSED', 502],
    ['BODY_CONSUMED', 500],
  ])('that is permanent (%s) is an error at once, and retry requests again', async (code, status) => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(buildFailure(code, status));
    await advance(120_000);
    expect(server.fetch).toHaveBeenCalledOnce();
    const { current } = result;
    if (current.status !== 'error') throw new Error(current.status);
    expect(current.error).toMatchObject({ code, message: expect.stringContaining(`It is ${code}.`) as string });
    let done: unknown;
    act(() => void (done = current.retry()));
    expect(result.current.status).toBe('loading');
    await advance();
    await done;
    expect(result.current.status).toBe('ready');
  });

  test.each([
    ['429', () => buildFailure('SERVICE_BUSY', 429)],
    ['500', () => buildFailure('SERVER_FAILED', 500)],
    ['503', () => buildFailure('SERVICE_UNAVAILABLE', 503)],
    ['a proxy’s 502', () => new Response('<html>', { status: 502 })],
    ['no network', () => new TypeError('fetch failed')],
    [
      'half a body',
      () => new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) })),
    ],
  ])('that is temporary (%s) is repeated, later each time, and becomes an error in the end', async (_name, reply) => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(...Array<typeof reply>(5).fill(reply));
    await advance(14_000);
    expect(result.current.status).toBe('loading');
    await advance(2000);
    expect(result.current.status).toBe('error');
    expect(server.times.map((time) => time - start)).toEqual([0, 1000, 3000, 7000, 15_000]);
  });

  test('is repeated after the time that Retry-After says, even a minute', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(buildFailure('SERVICE_BUSY', 429, { 'retry-after': '60' }));
    await advance(59_000);
    expect(server.fetch).toHaveBeenCalledOnce();
    await advance(1000);
    expect(result.current.status).toBe('ready');
  });

  test('is repeated at the time of a Retry-After that is a date', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(buildFailure('SERVICE_BUSY', 503, { 'retry-after': new Date(start + 30_000).toUTCString() }));
    await advance(29_000);
    expect(result.current.status).toBe('loading');
    await advance(1000);
    expect(result.current.status).toBe('ready');
  });

  test('without a network waits for the network, however long that takes', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(new TypeError('offline'));
    await advance(3_600_000);
    expect(server.fetch).toHaveBeenCalledOnce();
    expect(result.current.status).toBe('loading');
    online.mockReturnValue(true);
    act(() => void dispatchEvent(new Event('online')));
    await advance();
    expect(result.current.status).toBe('ready');
  });

  test('becomes ROOMS_UNREACHABLE if the server never responds', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(...Array<TypeError>(5).fill(new TypeError('refused')));
    await advance(16_000);
    expect(result.current).toMatchObject({ status: 'error', error: { code: 'ROOMS_UNREACHABLE' } });
  });

  test('to reach the server is repeated at once when the network is back', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(new TypeError('refused'), new TypeError('refused'), new TypeError('refused'));
    await advance(3500);
    expect(server.fetch).toHaveBeenCalledTimes(3);
    act(() => void dispatchEvent(new Event('online')));
    await advance();
    expect(result.current.status).toBe('ready');
    act(() => void dispatchEvent(new Event('online')));
    await advance(60_000);
    expect(server.fetch).toHaveBeenCalledTimes(4);
  });

  test('to respond in time is repeated', async () => {
    const { result, server } = setup({ meetingId: '1' }, { timeout: 5000 });
    server.fetch.mockImplementationOnce(
      (_path, init) =>
        new Promise((_resolve, reject) => init!.signal!.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    await advance(6100);
    expect(result.current.status).toBe('ready');
  });

  test.each([
    [
      'a page instead of the handler',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'ROOMS_ANSWER_INVALID',
    ],
    ['a page that is not there', () => new Response('<html>', { status: 404 }), 'ROUTE_NOT_FOUND'],
    ['no role', () => buildResponse({ ...buildMeeting('1'), role: undefined }), 'ROOMS_ANSWER_INVALID'],
    ['no address', () => buildResponse({ ...buildMeeting('1'), url: undefined }), 'ROOMS_ANSWER_INVALID'],
    ['no end', () => buildResponse({ ...buildMeeting('1'), endDate: 'soon' }), 'ROOMS_ANSWER_INVALID'],
    ['a code of someone else', () => buildFailure('constructor', 401), 'SIGN_IN_REQUIRED'],
    ['null', () => buildResponse(null), 'ROOMS_ANSWER_INVALID'],
  ])('has the right code if the endpoint responds with %s', async (_name, reply, code) => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(reply);
    await advance();
    expect(result.current).toMatchObject({ status: 'error', error: { name: 'WherebyError', code } });
    expect(server.fetch).toHaveBeenCalledOnce();
  });

  test('to get the token is repeated', async () => {
    const headers = vi.fn().mockRejectedValueOnce(new Error('no session')).mockResolvedValue({});
    const { result } = setup({ meetingId: '1' }, { headers });
    await advance(1000);
    expect(result.current.status).toBe('ready');
  });
});

describe('a URL that is ready', () => {
  test('does not change on focus, on reconnecting, with time, or for another component', async () => {
    const server = createFakeServer();
    const RoomText = () => <p>{urlOrStatus(useRoomUrl({ meetingId: '1' }))}</p>;
    const tree = (count: number) => (
      <RoomsProvider fetch={server.fetch}>
        {Array.from({ length: count }, (_, index) => (
          <RoomText key={index} />
        ))}
      </RoomsProvider>
    );
    const { rerender } = render(tree(1));
    await advance();
    await advance(30 * 60_000);
    for (const [target, type] of [
      [window, 'focus'],
      [document, 'visibilitychange'],
      [window, 'offline'],
      [window, 'online'],
    ] as const) {
      act(() => void target.dispatchEvent(new Event(type)));
      await advance(6000);
    }
    rerender(tree(2));
    await advance(6000);
    expect(screen.getAllByText(buildMeeting('1').url)).toHaveLength(2);
    expect(server.fetch).toHaveBeenCalledOnce();
  });

  test('does not change by what the app has set for its own requests', async () => {
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
    await advance(10_000);
    expect(result.current).toMatchObject({ status: 'ready', meetingId: '1' });
    expect(server.fetch).toHaveBeenCalledOnce();
  });

  test('stays during a refresh, and after one that failed', async () => {
    const { result, server } = setup({ meetingId: '1' });
    await advance();
    const first = result.current;
    if (first.status !== 'ready') throw new Error(first.status);
    const respond = server.holdReply();
    let done: Promise<void> | undefined;
    act(() => void (done = first.refresh()));
    expect(urlOrStatus(result.current)).toBe(buildMeeting('1').url);
    await act(async () => {
      respond(buildFailure('NOT_ALLOWED', 403));
      await done;
    });
    expect(urlOrStatus(result.current)).toBe(buildMeeting('1').url);
    server.replies.push(buildResponse(buildMeeting('1', { url: 'https://acme.whereby.com/room-1?roomKey=newer' })));
    await act(() => first.refresh());
    expect(urlOrStatus(result.current)).toBe('https://acme.whereby.com/room-1?roomKey=newer');
  });
});

describe('the end of a meeting', () => {
  test('expires the URL, and refresh requests it again', async () => {
    const { result, server } = setup({ create: { key: 'a' } });
    await advance();
    await advance(3_599_000);
    expect(result.current.status).toBe('ready');
    await advance(1000);
    const { current } = result;
    if (current.status !== 'expired') throw new Error(current.status);
    expect(current.url).toBe(buildMeeting('new-1').url);
    server.replies.push(buildResponse(buildMeeting('2', { endDate: '2030-01-01T02:00:00.000Z' })));
    await act(() => current.refresh());
    expect(result.current).toMatchObject({ status: 'ready', meetingId: '2' });
  });

  test('may also be reported by the server', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(buildFailure('MEETING_EXPIRED', 410));
    await advance();
    expect(result.current).toEqual({
      status: 'expired',
      error: expect.objectContaining({ code: 'MEETING_EXPIRED' }) as Error,
      refresh: expect.any(Function) as () => void,
    });
    expect(server.fetch).toHaveBeenCalledOnce();
  });

  test('does not expire a URL that the server returned after it', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(buildResponse(buildMeeting('1', { endDate: '2029-12-31T23:55:00.000Z' })));
    await advance();
    await advance(60_000);
    expect(result.current.status).toBe('ready');
  });

  test.each([
    ['fast', 600_000],
    ['slow', -600_000],
  ])('is noticed on time by a clock that is ten minutes %s', async (_name, skew) => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(() => buildResponse(buildMeeting('1'), 200, { date: new Date(Date.now()).toUTCString() }));
    vi.setSystemTime(start + skew);
    server.replies.splice(0, 1, buildResponse(buildMeeting('1'), 200, { date: new Date(start).toUTCString() }));
    await advance();
    await advance(3_590_000);
    expect(result.current.status).toBe('ready');
    await advance(10_000);
    expect(result.current.status).toBe('expired');
  });

  test('is noticed by a component that is mounted after it', async () => {
    const server = createFakeServer();
    const RoomText = () => <p>{urlOrStatus(useRoomUrl({ meetingId: '1' }))}</p>;
    const tree = (on: boolean) => <RoomsProvider fetch={server.fetch}>{on && <RoomText />}</RoomsProvider>;
    const { rerender } = render(tree(true));
    await advance();
    rerender(tree(false));
    await advance(7_200_000);
    rerender(tree(true));
    expect(screen.getByText('expired')).toBeInTheDocument();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('may be a year ahead', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(buildResponse(buildMeeting('1', { endDate: '2031-01-01T00:00:00.000Z' })));
    await advance();
    await advance(100 * 24 * 3_600_000);
    expect(result.current.status).toBe('ready');
    await advance(265 * 24 * 3_600_000);
    expect(result.current.status).toBe('expired');
  });
});

test('renders as loading on a server, and hydrates without a warning', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = createFakeServer();
  const RoomText = () => <p>{urlOrStatus(useRoomUrl({ meetingId: '1' }))}</p>;
  const tree = (
    <RoomsProvider fetch={server.fetch}>
      <RoomText />
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
  await advance();
  expect(container.textContent).toBe(buildMeeting('1').url);
  expect(log.mock.calls).toEqual([]);
  act(() => root!.unmount());
  container.remove();
});

test('works without a provider', async () => {
  const server = createFakeServer();
  vi.stubGlobal('fetch', server.fetch);
  const { result } = renderHook(() => useRoomUrl({ meetingId: `alone-${version}` }));
  await advance();
  expect(result.current.status).toBe('ready');
  vi.unstubAllGlobals();
});
