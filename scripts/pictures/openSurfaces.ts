import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { launchChromium } from '../browser/launchChromium.js';
import { serveFolder } from '../servers/serveFolder.js';
import { pinnedFont } from './pinnedFont.js';
import { surfaceWidths } from './surfaces.js';
import type { Surface, SurfaceTheme, SurfaceWidth } from './surfaces.js';

/** One font for every machine, no rooms, which have pictures of their own, and no measured times. */
const pinned = `<style>
  @font-face { font-family: Pinned; src: url(data:font/woff2;base64,${readFileSync(pinnedFont).toString('base64')}); font-weight: 100 900 }
  * { font-family: Pinned !important; caret-color: transparent !important; scrollbar-width: none !important }
  iframe, .meter { opacity: 0 !important }
</style>`;

/** Letters that are not in the font would be in another one on each machine: names of languages, for example. */
const replaceForeignLetters = `
  new MutationObserver(() => {
    const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      if (/[^\0-\u024f\u2000-\u206f]/.test(text.data)) text.data = text.data.replace(/[^\0-\u024f\u2000-\u206f]/gu, '-');
  }).observe(document, { subtree: true, childList: true, characterData: true });
`;

/** Takes the same picture until nothing changes between two of them. */
async function takeStill(page: Page): Promise<Buffer> {
  let before: Buffer | undefined;
  for (;;) {
    const now = await page.screenshot({ animations: 'disabled' });
    if (before?.equals(now)) return now;
    before = now;
  }
}

/** The same edges of letters on every machine. */
const plainDrawing = ['--font-render-hinting=none', '--disable-lcd-text', '--hide-scrollbars'];

export interface Surfaces {
  /** A PNG of the surface in each width. The same on every machine, or nearly. */
  take(surface: Surface, theme: SurfaceTheme): Promise<ReadonlyMap<SurfaceWidth, Buffer>>;
  close(): Promise<void>;
}

/** Pictures of the built Storybook: `npm run build-storybook` comes before. */
export async function openSurfaces(): Promise<Surfaces> {
  const { origin, close } = await serveFolder('storybook-static');
  const browser = await launchChromium({ args: plainDrawing });
  return {
    async take({ id, arrive }, theme) {
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        colorScheme: theme,
        locale: 'en',
        timezoneId: 'UTC',
        viewport: { width: surfaceWidths[0], height: 800 },
      });
      try {
        await context.route('**/*', async (route) => {
          const { origin: from, pathname } = new URL(route.request().url());
          if (from !== origin) return route.abort();
          if (!pathname.endsWith('.html')) return route.continue();
          const response = await route.fetch();
          return route.fulfill({ response, body: (await response.text()).replace('<head>', `<head>${pinned}`) });
        });
        await context.addInitScript(replaceForeignLetters);
        context.setDefaultTimeout(60_000);
        const page = await context.newPage();
        // Timers go on; a call lasts no time at all.
        await page.clock.setFixedTime(new Date('2030-01-02T10:00:00Z'));
        await page.goto(`${origin}/iframe.html?id=${id}&viewMode=${id.endsWith('--docs') ? 'docs' : 'story'}`);
        await arrive(page);
        await page.evaluate(async () => {
          await document.fonts.load('16px Pinned');
          await document.fonts.ready;
        });
        const pictures = new Map<SurfaceWidth, Buffer>();
        for (const width of surfaceWidths) {
          await page.setViewportSize({ width, height: 800 });
          pictures.set(width, await takeStill(page));
        }
        return pictures;
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      await close();
    },
  };
}
