import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundlePage } from '../../../scripts/build/bundlePage.js';
import { listenOnLoopback } from '../../../scripts/servers/listenOnLoopback.js';
import type { LoopbackServer } from '../../../scripts/servers/listenOnLoopback.js';
import { serveEchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import type { EchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import { servePages } from '../../../scripts/servers/servePages.js';
import type { Pages } from '../../../scripts/servers/servePages.js';
import { openOwnChromium } from '../support/openBrowser.js';

type Respond = (response: ServerResponse, request: IncomingMessage) => void;

let rooms: EchoRooms;
let pages: Pages;
let browser: Browser;
let page: Page;
/** A sign-in page of another origin, without and with leave for others to read it. */
let identityProvider: LoopbackServer;
/** How the backend responds to the hooks. */
let respond: Respond;
/** What the hooks have sent to the backend. */
let requests: string[];

const html = (response: ServerResponse, status: number, body: string) =>
  response.writeHead(status, { 'content-type': 'text/html' }).end(`<!doctype html><html>${body}</html>`);

const redirect =
  (status: number, location: string): Respond =>
  (response) =>
    response.writeHead(status, { location }).end();

/** What the room handler responds to this person, by way of a proxy that allows browsers to keep it. */
const meeting = (role: 'host' | 'visitor'): Respond => {
  const url = `https://acme.whereby.com/demo${role === 'host' ? '?roomKey=HOST-SECRET' : ''}`;
  const [startDate, endDate] = [new Date(), new Date(Date.now() + 3_600_000)].map((date) => date.toISOString());
  return (response) =>
    response
      .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=600' })
      .end(JSON.stringify({ url, meetingId: '1', role, startDate, endDate }));
};

beforeAll(async () => {
  rooms = await serveEchoRooms();
  identityProvider = await listenOnLoopback(
    createServer((request, response) => {
      if (request.url === '/readable') response.setHeader('access-control-allow-origin', '*');
      html(response, 200, '<h1>Welcome</h1>');
    }),
  );
  const script = await bundlePage(fileURLToPath(new URL('../pages/rooms.tsx', import.meta.url)));
  pages = await servePages(script, (request, response) => {
    const { url = '', method } = request;
    if (url.startsWith('/login')) html(response, 200, '<h1>Welcome</h1>');
    else if (url === '/other') response.end();
    else if (!url.startsWith('/api/')) return false;
    else {
      requests.push(`${method} ${url}`);
      respond(response, request);
    }
    return true;
  });
  pages.set('app', { html: '' });
  browser = await openOwnChromium({ roomsPort: rooms.port });
});

afterAll(async () => {
  await browser.close();
  await Promise.all([rooms.close(), pages.close(), identityProvider.close()]);
});

beforeEach(async () => {
  requests = [];
  page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  await visit();
});

afterEach(() => page.context().close());

const visit = async () => {
  await page.goto(`http://localhost:${pages.port}/app`);
  await page.waitForFunction(() => 'showRoom' in window);
};
const show = (options: { meetingId: string } | { create: { key: string } } | null, mode?: 'visible' | 'hidden') =>
  page.evaluate(([given, shown]) => window.showRoom(given, shown), [options, mode] as const);
const waitForRoom = async (status: string) => {
  await page.waitForFunction((wanted) => window.room?.status === wanted, status);
  return page.evaluate(() => {
    const { room } = window;
    return { ...room, code: room && 'error' in room ? room.error.code : undefined };
  });
};

/** A request of the page that comes after all that it has sent before. */
const waitForOtherRequest = () => page.evaluate(async () => void (await fetch('/other')));

const meetingPath = '/api/whereby/meetings/1';

describe('a guard in front of the room handler', () => {
  test.each<[string, number, () => Respond]>([
    ['redirects to a page of this site', 1, () => redirect(302, '/login?next=/')],
    ['redirects to another origin', 2, () => redirect(302, `http://127.0.0.1:${identityProvider.port}/`)],
    [
      'redirects to another origin and keeps the method',
      2,
      () => redirect(307, `http://127.0.0.1:${identityProvider.port}/`),
    ],
    [
      'redirects to another origin that may be read',
      1,
      () => redirect(303, `http://127.0.0.1:${identityProvider.port}/readable`),
    ],
    ['refuses with 401 and a page', 1, () => (response) => html(response, 401, '')],
    ['refuses with 403 and a page', 1, () => (response) => html(response, 403, '<h1>Sign in</h1>')],
    ['shows a sign-in page', 1, () => (response) => html(response, 200, '<form><input type="password"></form>')],
  ])('%s: SIGN_IN_REQUIRED, after %i requests', async (_name, count, createRespond) => {
    for (const options of [{ meetingId: '1' }, { create: { key: 'lesson' } }]) {
      requests = [];
      respond = createRespond();
      await show(options);
      expect(await waitForRoom('error')).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
      expect(requests).toHaveLength(count);
      await show(null);
    }
  });

  test('that adds a slash is followed', async () => {
    const respondAsHost = meeting('host');
    respond = (response, request) =>
      request.url!.endsWith('/')
        ? respondAsHost(response, request)
        : redirect(308, `${request.url}/`)(response, request);
    await show({ meetingId: '1' });
    await waitForRoom('ready');
    expect(requests).toEqual([`GET ${meetingPath}`, `GET ${meetingPath}/`]);
  });
});

describe('the next person', () => {
  test('gets no URL of the former one, also if the app keeps its SWR cache in localStorage', async () => {
    respond = meeting('host');
    await show({ meetingId: '1' });
    expect(await waitForRoom('ready')).toMatchObject({ role: 'host' });
    await show(null);
    respond = meeting('visitor');
    await show({ meetingId: '1' });
    await page.waitForFunction(() => window.room?.status === 'ready' && window.room.role === 'visitor');
    await visit();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe('{"app-cache":"[]"}');
    await show({ meetingId: '1' });
    expect(await waitForRoom('ready')).toMatchObject({ url: 'https://acme.whereby.com/demo' });
    expect(requests).toEqual(Array(3).fill(`GET ${meetingPath}`));
  });
});

test('a component that <Activity> hides keeps its URL', async () => {
  respond = meeting('host');
  await show({ meetingId: '1' });
  await waitForRoom('ready');
  await show({ meetingId: '1' }, 'hidden');
  await show({ meetingId: '1' });
  await page.waitForSelector('iframe:visible');
  expect(requests).toHaveLength(1);
});

test('a component that is hidden from the start requests nothing before it is shown', async () => {
  respond = meeting('host');
  await show({ meetingId: '1' }, 'hidden');
  await page.waitForFunction(() => window.room);
  await waitForOtherRequest();
  expect(requests).toEqual([]);
  await show({ meetingId: '1' });
  await waitForRoom('ready');
  expect(requests).toHaveLength(1);
});

test('without a network says that it waits, and goes on when the network is back', async () => {
  respond = meeting('host');
  await page.context().setOffline(true);
  await show({ meetingId: '1' });
  await page.getByText('Waiting for the network…').waitFor();
  expect(await waitForRoom('loading')).toMatchObject({ isOffline: true });
  await page.context().setOffline(false);
  await waitForRoom('ready');
  expect(requests).toHaveLength(1);
});

test('a creation sends nothing if its signal has aborted already', async () => {
  respond = meeting('host');
  await show(null);
  await page.waitForFunction(() => 'createAborted' in window);
  expect(await page.evaluate(() => window.createAborted({}))).toBe('closed');
  await waitForOtherRequest();
  expect(requests).toEqual([]);
});
