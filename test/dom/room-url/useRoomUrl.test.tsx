import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import { StrictMode, version } from 'react';
import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { SWRConfig } from 'swr';
import { RoomsProvider, useCreateMeeting, useRoomUrl } from 'react-whereby-embed';
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
      keep: expect.any(Function) as () => () => void,
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

describe('what is asked for', () => {
  test('is a meeting that exists if `meetingId` is given, whatever its type', async () => {
    const { server } = setup({ meetingId: 42 as never });
    await advance();
    expect(server.fetch.mock.calls.map(([path, init]) => [path, init!.method])).toEqual([
      ['/api/whereby/meetings/42', undefined],
    ]);
  });

  test.each([undefined, null, ''])('is nothing while the key is %j', async (key) => {
    const { result, server } = setup({ create: { key, minutes: 30 } });
    await advance(60_000);
    expect(result.current.status).toBe('loading');
    expect(server.fetch).not.toHaveBeenCalled();
  });

  test('is the same meeting whatever the order of the fields', async () => {
    const server = createFakeServer();
    const wrapper = ({ children }: { children: ReactNode }) => (
      <RoomsProvider fetch={server.fetch}>{children}</RoomsProvider>
    );
    renderHook(
      () => [useRoomUrl({ create: { key: 'a', minutes: 5 } }), useRoomUrl({ create: { minutes: 5, key: 'a' } })],
      { wrapper },
    );
    await advance();
    expect(server.fetch).toHaveBeenCalledOnce();
  });

  test('is not sent if nobody waits for it once the headers are known', async () => {
    let giveHeaders: (headers: HeadersInit) => void = () => undefined;
    const headers = () => new Promise<HeadersInit>((resolve) => (giveHeaders = resolve));
    const { server, unmount } = setup({ meetingId: '1' }, { headers });
    await advance();
    unmount();
    await advance();
    giveHeaders({});
    await advance(60_000);
    expect(server.fetch).not.toHaveBeenCalled();
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

  test('to reach the server is repeated at once, then later each time, and becomes an error in the end', async () => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(...Array<TypeError>(5).fill(new TypeError('fetch failed')));
    await advance(13_900);
    expect(result.current.status).toBe('loading');
    await advance(100);
    expect(result.current).toMatchObject({ status: 'error', error: { code: 'ROOMS_UNREACHABLE' } });
    expect(server.times.map((time) => time - start)).toEqual([0, 0, 2000, 6000, 14_000]);
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

  test('without a network says that it waits, is repeated slowly, and at once when the network is back', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(...Array<TypeError>(200).fill(new TypeError('offline')));
    await advance();
    expect(result.current).toMatchObject({ status: 'loading', isOffline: true });
    await advance(3_600_000);
    expect(result.current).toMatchObject({ status: 'loading', isOffline: true });
    expect(server.times.slice(0, 6).map((time) => time - start)).toEqual([0, 5000, 15_000, 35_000, 65_000, 95_000]);
    server.replies.length = 0;
    online.mockReturnValue(true);
    act(() => void dispatchEvent(new Event('online')));
    await advance();
    expect(result.current.status).toBe('ready');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('in a browser that reports no network although there is one is repeated after seconds', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(new TypeError('refused'));
    await advance(5000);
    expect(result.current.status).toBe('ready');
  });

  test('without a network is repeated when the app says so', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(new TypeError('offline'));
    await advance();
    const { current } = result;
    if (current.status !== 'loading') throw new Error(current.status);
    await act(() => current.retry!());
    expect(result.current.status).toBe('ready');
    expect(server.fetch).toHaveBeenCalledTimes(2);
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

  test('to respond in time is repeated, also if `fetch` takes no signal', async () => {
    const { result, server } = setup({ meetingId: '1' }, { timeout: 5000 });
    server.holdReply();
    await advance(6100);
    expect(result.current.status).toBe('ready');
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
    ['a refusal of someone else', () => buildResponse({ detail: 'Forbidden' }, 403), 'NOT_ALLOWED'],
    ['codes of someone else', () => buildFailure('FORBIDDEN', 403), 'NOT_ALLOWED'],
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

describe("a refusal in the app's own words", () => {
  const opensAt = start + 600_000;
  const refuse = (retryAt: number | undefined, headers?: Record<string, string>, status = 403) =>
    buildResponse(
      {
        error: {
          code: status === 403 ? 'NOT_ALLOWED' : 'MEETING_NOT_READY',
          message: 'The doors are closed.',
          reason: 'TOO_EARLY',
          retryAt: retryAt && new Date(retryAt).toISOString(),
        },
      },
      status,
      headers,
    );

  test('has its reason and its time, and is asked again when that has come', async () => {
    const { result, server } = setup({ meetingId: '7' });
    server.replies.push(refuse(opensAt));
    await advance();
    expect(result.current).toMatchObject({
      status: 'error',
      error: { code: 'NOT_ALLOWED', refusal: { reason: 'TOO_EARLY', retryAt: new Date(opensAt) } },
    });
    await advance(600_000);
    expect(server.fetch).toHaveBeenCalledOnce();
    await advance(2000);
    expect(server.fetch).toHaveBeenCalledTimes(2);
    expect(result.current.status).toBe('ready');
  });

  test("is timed by the server's clock", async () => {
    const { result, server } = setup({ meetingId: '7' });
    // Ten minutes ahead of this device, so that the doors open at once.
    server.replies.push(refuse(opensAt + 5000, { date: new Date(opensAt).toUTCString() }));
    await advance();
    expect(result.current).toMatchObject({ error: { refusal: { retryAt: new Date(start + 5000) } } });
    await advance(7000);
    expect(result.current.status).toBe('ready');
  });

  test.each([undefined, start, start - 1])('is not asked again without a time to come: %s', async (retryAt) => {
    const { result, server } = setup({ meetingId: '7' });
    server.replies.push(refuse(retryAt));
    await advance(3_600_000);
    expect(result.current).toMatchObject({ status: 'error', error: { refusal: { reason: 'TOO_EARLY' } } });
    expect(server.fetch).toHaveBeenCalledOnce();
  });

  test('is not asked again for nobody', async () => {
    const { server, unmount } = setup({ meetingId: '7' });
    server.replies.push(refuse(opensAt));
    await advance();
    unmount();
    await advance(3_600_000);
    expect(server.fetch).toHaveBeenCalledOnce();
  });

  test('is asked again once, if someone has not waited', async () => {
    const { result, server } = setup({ meetingId: '7' });
    server.replies.push(refuse(opensAt), refuse(opensAt + 1000));
    await advance();
    if (result.current.status === 'error') void result.current.retry();
    await advance(3_600_000);
    expect(server.fetch).toHaveBeenCalledTimes(3);
  });

  test('is no error while the meeting is being created', async () => {
    const { result, server } = setup({ meetingId: '7' });
    server.replies.push(refuse(start + 3000, {}, 503));
    await advance();
    expect(result.current.status).toBe('loading');
    await advance(2999);
    expect(server.fetch).toHaveBeenCalledOnce();
    await advance(1);
    expect(result.current.status).toBe('ready');
  });

  test('is unknown if the server says nothing', async () => {
    const { result, server } = setup({ meetingId: '7' });
    server.replies.push(buildFailure('NOT_ALLOWED', 403));
    await advance();
    expect(result.current).toMatchObject({ status: 'error', error: { code: 'NOT_ALLOWED' } });
    expect(result.current).not.toHaveProperty('error.refusal');
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

  test('is no business of what the app has set for its own requests, nor in its cache', async () => {
    const cache = new Map<string, never>();
    const reported = vi.fn();
    const config = {
      suspense: true,
      refreshInterval: 1000,
      isPaused: () => true,
      fetcher: () => 'theirs',
      fallback: { '/api/whereby/meetings/1': 'theirs' },
      provider: () => cache,
      onSuccess: reported,
      onError: reported,
      use: [
        (): never => {
          throw new Error('The middleware of the app has run.');
        },
      ],
    };
    const Outer = ({ children }: { children: ReactNode }) => <SWRConfig value={config}>{children}</SWRConfig>;
    const { result, server } = setup({ meetingId: '1' }, {}, Outer);
    await advance(10_000);
    expect(result.current).toMatchObject({ status: 'ready', meetingId: '1' });
    expect(server.fetch).toHaveBeenCalledOnce();
    expect(cache.size).toBe(0);
    expect(reported).not.toHaveBeenCalled();
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
      respond(buildFailure('MEETING_NOT_FOUND', 404));
      await done;
    });
    expect(urlOrStatus(result.current)).toBe(buildMeeting('1').url);
    server.replies.push(buildResponse(buildMeeting('1', { url: 'https://acme.whereby.com/room-1?roomKey=newer' })));
    await act(() => first.refresh());
    expect(urlOrStatus(result.current)).toBe('https://acme.whereby.com/room-1?roomKey=newer');
  });
});

describe('signing out', () => {
  const RoomText = () => <p>{urlOrStatus(useRoomUrl({ meetingId: '1' }))}</p>;
  const visitorUrl = 'https://acme.whereby.com/room-1';
  const visitorResponse = () => buildResponse(buildMeeting('1', { url: visitorUrl, role: 'visitor' }));

  test.each([
    ['below one provider', RoomsProvider],
    ['without a provider', ({ children }: RoomsProviderProps) => children],
  ])('leaves nothing of the host for the next person, %s', async (_name, Outer) => {
    const server = createFakeServer();
    vi.stubGlobal('fetch', server.fetch);
    const tree = (isSignedIn: boolean) => <Outer>{isSignedIn && <RoomText />}</Outer>;
    const { rerender } = render(tree(true));
    await advance();
    expect(screen.getByText(buildMeeting('1').url)).toBeInTheDocument();
    rerender(tree(false));
    await advance();
    server.replies.push(visitorResponse);
    rerender(tree(true));
    expect(screen.getByText('loading')).toBeInTheDocument();
    await advance();
    expect(screen.getByText(visitorUrl)).toBeInTheDocument();
    vi.unstubAllGlobals();
  });

  test.each([
    ['SIGN_IN_REQUIRED', 401],
    ['NOT_ALLOWED', 403],
  ])('takes the URL away when a refresh is refused with %s', async (code, status) => {
    const { result, server } = setup({ meetingId: '1' });
    await advance();
    const { current } = result;
    if (current.status !== 'ready') throw new Error(current.status);
    server.replies.push(buildFailure(code, status));
    await act(() => current.refresh());
    expect(result.current).toMatchObject({ status: 'error', error: { code } });
    expect(result.current).not.toHaveProperty('url');
  });

  test('as a new key of the provider stops what the former person has begun', async () => {
    const server = createFakeServer();
    server.replies.push(buildFailure('SERVICE_BUSY', 429));
    let create: (() => Promise<unknown>) | undefined;
    function Creating() {
      create = useCreateMeeting().create;
      return null;
    }
    const tree = (user: string) => (
      <RoomsProvider key={user} fetch={server.fetch} headers={() => ({ authorization: user })}>
        <Creating />
      </RoomsProvider>
    );
    const { rerender } = render(tree('ada'));
    const created = create!();
    await advance();
    rerender(tree('bob'));
    await expect(created).rejects.toMatchObject({ name: 'AbortError' });
    await advance(60_000);
    expect(server.fetch).toHaveBeenCalledOnce();
  });
});

describe('a sign-in page', () => {
  const html = (text: string, status = 200) =>
    new Response(`<!doctype html><html>${text}</html>`, { status, headers: { 'content-type': 'text/html' } });
  const from = (url: string, response: Response) =>
    Object.defineProperties(response, { redirected: { value: true }, url: { value: url } });
  const opaque = Object.defineProperties(new Response(), { type: { value: 'opaqueredirect' }, status: { value: 0 } });
  const login = 'https://app.test/login?next=/api/whereby/meetings/1';

  test.each<[string, () => Response]>([
    ['401 of a guard', () => html('<h1>401</h1>', 401)],
    ['401 with a code of someone else', () => buildFailure('UNAUTHENTICATED', 401)],
    ['401 with the name of a method as its code', () => buildFailure('constructor', 401)],
    ['403 with a page', () => html('<form action="/oauth2/start">', 403)],
    ['419 of a session that has ended', () => html('Page Expired', 419)],
    ['a redirect to a page', () => from(login, html('<h1>Welcome</h1>'))],
    ['a redirect to a page that is not there', () => from(login, html('', 404))],
    ['a redirect to a page that fails', () => from(login, html('', 503))],
    ['a redirect that takes no POST', () => from(login, html('', 405))],
    ['a redirect that was not followed', () => new Response('', { status: 302, headers: { location: '/login' } })],
    ['a redirect that cannot be read', () => opaque],
    ['a page with a password', () => html('<input name="p" type="password">')],
    ['a page with a button', () => html('<button class="b">Sign in with Google</button>')],
    ['a page with a heading', () => html('<title>Log in – Acme</title>')],
    ['a page that leads on', () => html('<meta http-equiv="refresh" content="0;url=/login">')],
  ])('in place of the response (%s) is SIGN_IN_REQUIRED at once', async (_name, reply) => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(reply);
    await advance();
    expect(result.current).toMatchObject({ status: 'error', error: { code: 'SIGN_IN_REQUIRED' } });
    await advance(60_000);
    expect(server.fetch).toHaveBeenCalledOnce();
  });

  test('of another origin, which looks like a missing network, is SIGN_IN_REQUIRED at once', async () => {
    const { result, server } = setup({ create: { key: 'a' } });
    server.replies.push(new TypeError('Failed to fetch'), opaque);
    await advance();
    expect(result.current).toMatchObject({ status: 'error', error: { code: 'SIGN_IN_REQUIRED' } });
    expect(server.fetch.mock.calls.map(([, init]) => init!.redirect)).toEqual(['follow', 'manual']);
  });

  test.each([
    ['a slash', 'https://app.test/api/whereby/meetings/1/'],
    ['another host', 'https://www.app.test/api/whereby/meetings/1?x=1'],
  ])('is none if the redirect only adds %s', async (_name, url) => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(from(url, buildResponse(buildMeeting('1'))), from(url, html('', 404)));
    await advance();
    const { current } = result;
    if (current.status !== 'ready') throw new Error(current.status);
    server.replies.unshift(from(url, buildFailure('NOT_ALLOWED', 403)));
    await act(() => current.refresh());
    expect(result.current).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    await act(() => (result.current as { retry: () => Promise<void> }).retry());
    expect(result.current).toMatchObject({ error: { code: 'ROUTE_NOT_FOUND' } });
  });

  test.each([
    ['the app itself', '<head><title>Acme</title><script src="/login-3f.js"></script></head><div id="root"></div>'],
    ['a page about logging', '<title>Acme</title><h1>Blog in brief</h1>'],
  ])('is not mixed up with %s', async (_name, text) => {
    const { result, server } = setup({ meetingId: '1' });
    server.replies.push(html(text));
    await advance();
    expect(result.current).toMatchObject({ error: { code: 'ROOMS_ANSWER_INVALID' } });
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
      keep: expect.any(Function) as () => () => void,
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
    const tree = (count: number) => (
      <RoomsProvider fetch={server.fetch}>
        {Array.from({ length: count }, (_, index) => (
          <RoomText key={index} />
        ))}
      </RoomsProvider>
    );
    const { rerender } = render(tree(1));
    await advance();
    await advance(7_200_000);
    rerender(tree(2));
    expect(screen.getAllByText('expired')).toHaveLength(2);
    expect(server.fetch).toHaveBeenCalledOnce();
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

test('hydrates a part of the page without a warning after another part has received the URL', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = createFakeServer();
  vi.stubGlobal('fetch', server.fetch);
  const RoomText = () => <p>{urlOrStatus(useRoomUrl({ meetingId: `late-${version}` }))}</p>;
  const container = document.body.appendChild(document.createElement('div'));
  container.innerHTML = renderToString(<RoomText />);
  render(<RoomText />);
  await advance();
  log.mockClear();
  const onRecoverableError = vi.fn();
  const root = await act(() => hydrateRoot(container, <RoomText />, { onRecoverableError }));
  expect(container.textContent).toBe(buildMeeting(`late-${version}`).url);
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(log.mock.calls).toEqual([]);
  act(() => root.unmount());
  container.remove();
  vi.unstubAllGlobals();
});

test('works without a provider', async () => {
  const server = createFakeServer();
  vi.stubGlobal('fetch', server.fetch);
  const { result } = renderHook(() => useRoomUrl({ meetingId: `alone-${version}` }));
  await advance();
  expect(result.current.status).toBe('ready');
  vi.unstubAllGlobals();
});
