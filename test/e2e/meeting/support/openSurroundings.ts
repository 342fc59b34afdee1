import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { fakeRoomInPage } from 'react-whereby-embed/testing';
import type { FakeRoomInPage } from 'react-whereby-embed/testing';
import { bundlePage } from '../../../../scripts/build/bundlePage.js';
import { servePages } from '../../../../scripts/servers/servePages.js';
import type { Page as ServedPage } from '../../../../scripts/servers/servePages.js';
import type { Surroundings } from '../../pages/support/SurroundedMeeting.js';
import { collectProblems } from '../../support/collectProblems.js';
import { openSharedChromium } from '../../support/openBrowser.js';

export interface SurroundedPage {
  readonly page: Page;
  readonly room: FakeRoomInPage;
  /** Errors and warnings of the console. */
  readonly problems: string[];
  /** Renders the page again with other surroundings. */
  surround(change: Surroundings): Promise<void>;
  /** Where the meeting is: `docked`, `float` or `hide`. */
  readPlace(): Promise<string | null>;
  /** What has the focus: its id, its name for screen readers, or its tag. In shadow trees too. */
  readFocus(): Promise<string>;
  join(): Promise<void>;
}

/** Serves `pages/surroundings.tsx`, and opens it in Chromium. */
export async function openSurroundings() {
  const pages = await servePages(
    await bundlePage(fileURLToPath(new URL('../../pages/surroundings.tsx', import.meta.url))),
  );
  const browser: Browser = await openSharedChromium();
  return {
    async open(query = '', initial: Surroundings = {}, served: ServedPage = { html: '' }): Promise<SurroundedPage> {
      pages.set('page', {
        ...served,
        html: `<style nonce="abc">body{margin:0} .pane{height:300px}</style>${served.html}`,
      });
      const page = await (await browser.newContext({ viewport: { width: 1000, height: 700 } })).newPage();
      const problems = collectProblems(page);
      const room = await fakeRoomInPage(page, { answers: true });
      const surroundings = encodeURIComponent(JSON.stringify(initial));
      await page.goto(`http://localhost:${pages.port}/page?surroundings=${surroundings}&${query}`);
      return {
        page,
        room,
        problems,
        surround: (change) => page.evaluate((next) => window.surround(next), change),
        readPlace: () => page.locator('[data-whereby-meeting]').getAttribute('data-whereby-meeting'),
        readFocus: () =>
          page.evaluate(() => {
            let focused = document.activeElement;
            while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
            return focused?.id || focused?.getAttribute('aria-label') || focused?.localName || '';
          }),
        async join() {
          await room.emit('ready');
          await room.emit('join');
          await page.getByText('joined', { exact: true }).waitFor();
        },
      };
    },
    async close() {
      await browser.close();
      await pages.close();
    },
  };
}
