import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../../scripts/browser/launchChromium.js';
import { bundlePage } from '../../../scripts/build/bundlePage.js';
import { serveEchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import type { EchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import { servePages } from '../../../scripts/servers/servePages.js';
import type { Pages } from '../../../scripts/servers/servePages.js';
import { patience } from '../../support/patience.js';

/** The headless shell, which the other tests use, has no back-forward cache. */
const wholeChromium = '/usr/bin/chromium';

const bundle = (name: string) => bundlePage(fileURLToPath(new URL(`../pages/${name}.tsx`, import.meta.url)));

/** Reports how often the page was shown, and lets hours pass each time it is shown again. */
const html = `<script>
  window.shows = [];
  addEventListener('pageshow', ({ persisted }) => {
    window.shows.push(persisted);
    const { now } = Date;
    if (persisted) Date.now = () => now() + 7_200_000;
  });
</script>`;

describe.skipIf(!existsSync(wholeChromium))('a page from the back-forward cache', () => {
  let rooms: EchoRooms;
  let embedPages: Pages;
  let roomsPages: Pages;
  let browser: Browser;

  beforeAll(async () => {
    rooms = await serveEchoRooms();
    const [embedScript, roomsScript] = await Promise.all([bundle('embed'), bundle('rooms')]);
    embedPages = await servePages(embedScript);
    roomsPages = await servePages(roomsScript, ({ url = '' }, response) => {
      if (!url.startsWith('/api/')) return false;
      const [startDate, endDate] = [new Date(), new Date(Date.now() + 3_600_000)].map((date) => date.toISOString());
      const meeting = { url: 'https://acme.whereby.com/ending', meetingId: '1', role: 'visitor', startDate, endDate };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(meeting));
      return true;
    });
    for (const pages of [embedPages, roomsPages]) {
      pages.set('app', { html });
      pages.set('elsewhere', { html: '' });
    }
    browser = await launchChromium({
      roomsPort: rooms.port,
      executablePath: wholeChromium,
      args: ['--headless=new'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
  });

  afterAll(async () => {
    await browser.close();
    await Promise.all([rooms.close(), embedPages.close(), roomsPages.close()]);
  });

  const open = async ({ port }: Pages) => {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    page.setDefaultTimeout(patience);
    await page.goto(`http://localhost:${port}/app`);
    return page;
  };

  /** Goes to another page and back, by its history. */
  const leaveAndReturn = async (page: Page) => {
    // Browsers keep no page that is still loading.
    await expect.poll(() => page.frames()[1]?.evaluate(() => document.readyState)).toBe('complete');
    await page.evaluate(() => location.assign('/elsewhere'));
    await page.waitForURL('**/elsewhere');
    // Playwright waits for a load that such a page does not have.
    await page.evaluate(() => setTimeout(() => history.back()));
    await page.waitForURL('**/app', { waitUntil: 'commit' });
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { shows: boolean[] }).shows))
      .toEqual([false, true]);
  };

  test('goes on with its call, which was loaded once', async () => {
    const page = await open(embedPages);
    await page.evaluate(() => window.mount({ room: 'https://acme.whereby.com/kept' }));
    const readLog = () => page.evaluate(() => window.log);
    await expect.poll(readLog).toEqual(['ready']);
    const send = (type: string) =>
      page.evaluate(
        (test) => {
          const room = document.querySelector('iframe')!.contentWindow!;
          room.postMessage({ test }, 'https://acme.whereby.com');
        },
        { type, payload: { removed: false } },
      );
    await send('join');
    await expect.poll(readLog).toEqual(['ready', 'join']);
    await leaveAndReturn(page);
    expect(await page.evaluate(() => window.handle?.getState().phase)).toBe('joined');
    await send('leave');
    await expect.poll(readLog).toEqual(['ready', 'join', 'leave', 'exit left']);
    expect(rooms.countRequests('/kept')).toBe(1);
  });

  test('says at once that a meeting is over which has ended meanwhile', async () => {
    const page = await open(roomsPages);
    await page.evaluate(() => window.showRoom({ meetingId: '1' }));
    await expect.poll(() => page.evaluate(() => window.room?.status)).toBe('ready');
    await leaveAndReturn(page);
    await expect.poll(() => page.evaluate(() => window.room?.status)).toBe('expired');
  });
});
