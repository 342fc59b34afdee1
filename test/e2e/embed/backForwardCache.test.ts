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

/** Reports how the page was shown, each time. */
const html = `<script>
  window.shows = [];
  addEventListener('pageshow', ({ persisted }) => void window.shows.push(persisted));
</script>`;

describe.skipIf(!existsSync(wholeChromium))('a page from the back-forward cache', () => {
  let rooms: EchoRooms;
  let pages: Pages;
  let browser: Browser;

  beforeAll(async () => {
    rooms = await serveEchoRooms();
    pages = await servePages(await bundlePage(fileURLToPath(new URL('../pages/embed.tsx', import.meta.url))));
    pages.set('app', { html });
    pages.set('elsewhere', { html: '' });
    browser = await launchChromium({
      roomsPort: rooms.port,
      executablePath: wholeChromium,
      args: ['--headless=new'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
  });

  afterAll(async () => {
    await browser.close();
    await Promise.all([rooms.close(), pages.close()]);
  });

  const open = async () => {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    page.setDefaultTimeout(patience);
    await page.goto(`http://localhost:${pages.port}/app`);
    return page;
  };

  /** Goes to another page and back, by its history. */
  const leaveAndReturn = async (page: Page) => {
    // Browsers keep no page that is still loading.
    await expect.poll(() => page.frames()[1]?.evaluate(() => document.readyState)).toBe('complete');
    await page.evaluate(() => location.assign('/elsewhere'));
    await page.waitForURL('**/elsewhere');
    await page.waitForLoadState('networkidle');
    // Playwright waits for a load that such a page does not have.
    await page.evaluate(() => setTimeout(() => history.back()));
    await page.waitForURL('**/app', { waitUntil: 'commit' });
    const readShows = () =>
      page.evaluate(() => ({
        shows: (window as unknown as { shows?: boolean[] }).shows,
        // Why not, if it was not: https://developer.mozilla.org/docs/Web/API/NotRestoredReasons
        reasons: JSON.stringify(
          (performance.getEntriesByType('navigation')[0] as unknown as { notRestoredReasons?: object })
            .notRestoredReasons,
        ),
      }));
    await expect.poll(readShows).toMatchObject({ shows: [false, true] });
  };

  test('goes on with its call, which was loaded once', async () => {
    const page = await open();
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
    await page.close();
  });
});
