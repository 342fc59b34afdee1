import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import type { Browser, BrowserContext } from 'playwright';
import { buildRoomUrl } from '../../src/params/buildRoomUrl.js';
import { unpackChromium } from '../browser/unpackChromium.js';
import type { PictureCase } from './cases.js';
import { frameSize } from './frameSize.js';
import { pinnedFont } from './pinnedFont.js';

const { width: WIDTH, height: HEIGHT, gap: GAP, label: LABEL } = frameSize;
/** Of the room in it: larger than it looks, so that everything has its place. */
const SCALE = 0.6;
const origin = 'https://rooms.example';
/** Rooms of one name on several hosts: nobody meets. */
const hosts = ['a', 'b', 'c'].map((name) => `https://${name}.rooms.example`);

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };

/**
 * One font for every machine, and nothing that moves or blinks. The packaged browser does not always read it from
 * this rule (it is added once more when the page is there), but dies of missing glyphs without it.
 */
const pinned = `<style>
  @font-face { font-family: Pinned; src: url(data:font/woff2;base64,${readFileSync(pinnedFont).toString('base64')}); font-weight: 100 900 }
  * { font-family: Pinned !important; caret-color: transparent !important; scrollbar-width: none !important }
</style>`;

/** Ids are random: the same ones in the same order here. */
const seeded = `
  let seed = 7;
  crypto.getRandomValues = (array) => {
    for (let index = 0; index < array.length; index += 1) array[index] = seed = (seed * 48271) % 2147483647;
    return array;
  };
`;

/** A picture to show where a parameter names one. */
const sample = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#7c5cbf"/><circle cx="32" cy="26" r="12" fill="#f6d9a8"/><circle cx="32" cy="62" r="22" fill="#f6d9a8"/></svg>`;

async function serve(context: BrowserContext, roomPage: string, sheetHtml: string): Promise<void> {
  const html = readFileSync(`${roomPage}/index.html`, 'utf8').replace('<head>', `<head><base href="/page/">${pinned}`);
  await context.route('**/*', (route) => {
    const { host, pathname } = new URL(route.request().url());
    if (host === 'pictures.example') return route.fulfill({ contentType: 'image/svg+xml', body: sample });
    if (!host.endsWith('rooms.example')) return route.abort();
    if (pathname === '/pinned.woff2')
      return route.fulfill({ contentType: 'font/woff2', body: readFileSync(pinnedFont) });
    if (pathname.startsWith('/page/'))
      return route.fulfill({
        contentType: types[pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        body: readFileSync(`${roomPage}/${pathname.slice('/page/'.length)}`),
      });
    if (pathname === '/sheet') return route.fulfill({ contentType: 'text/html', body: sheetHtml });
    return route.fulfill({ contentType: 'text/html', body: html });
  });
}

const sheet = (frames: readonly { label: string; url: string }[]) => `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; display: flex; gap: ${GAP}px; background: #fff }
    figure { margin: 0 }
    figcaption { height: ${LABEL}px; font: 600 15px/22px Pinned; color: #3b4152 }
    div { width: ${WIDTH}px; height: ${HEIGHT}px; overflow: hidden }
    iframe { display: block; width: ${WIDTH / SCALE}px; height: ${HEIGHT / SCALE}px; border: 0; border-radius: 16px;
      transform: scale(${SCALE}); transform-origin: 0 0;
      background: repeating-conic-gradient(#fff 0 25%, #d9deea 0 50%) 0 0 / 24px 24px }
  </style>${pinned}${frames
    .map(
      ({ label, url }) =>
        `<figure><figcaption>${label}</figcaption><div><iframe src="${url.replaceAll('&', '&amp;')}"></iframe></div></figure>`,
    )
    .join('')}`;

export interface Studio {
  /** A PNG of the room in every state of a parameter, side by side. The same bytes on every machine, or nearly. */
  take(one: PictureCase): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Pictures of the room that are the same wherever they are taken: the browser that comes in a package, a font that
 * does too, a clock that stands still, no motion, no chance, no network.
 * @param roomPage folder of the built room page.
 */
export async function openStudio(roomPage: string): Promise<Studio> {
  const { executablePath, env } = await unpackChromium();
  const browser: Browser = await chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--hide-scrollbars',
    ],
  });
  return {
    async take({ name, states, role, lobby, alone, idle, press = [], says }) {
      const context = await browser.newContext({
        viewport: { width: states.length * (WIDTH + GAP) - GAP, height: HEIGHT + LABEL },
        reducedMotion: 'reduce',
        colorScheme: 'light',
        locale: 'en',
        timezoneId: 'UTC',
      });
      try {
        const frames = states.map(({ label, params }, index) => {
          const key = role ? `?roomKey=sandbox-${role}` : '';
          const room = `${hosts[index]}/${alone ? 'empty-' : ''}room${key}`;
          return { label, url: buildRoomUrl(room, params) + (lobby ? '' : '#meeting') };
        });
        await serve(context, roomPage, sheet(frames));
        await context.addInitScript(seeded);
        const page = await context.newPage();
        await page.clock.install({ time: new Date('2030-01-02T10:00:00Z') });
        await page.clock.pauseAt(new Date('2030-01-02T10:00:10Z'));
        await page.goto(`${origin}/sheet`);
        const arrived = `[data-phase]${lobby ? ':not([data-phase=connecting], [data-phase=entering])' : '[data-phase=joined]'} main`;
        for (const frame of page.frames().slice(1)) {
          await frame.locator(arrived).waitFor();
          for (const text of press) {
            const button = frame.getByRole('button', { name: text }).first();
            if (!(await button.isVisible())) continue;
            await button.click();
            // Before the meeting each button leads to another screen.
            if (lobby) await button.waitFor({ state: 'hidden' });
          }
          if (says) {
            await frame.getByRole('textbox').fill(says);
            await frame.getByRole('textbox').press('Enter');
            await frame.getByText(says).waitFor();
          }
        }
        await page.mouse.move(0, 0);
        if (idle) await page.clock.runFor(idle);
        // Focus rings depend on how a button was pressed.
        for (const frame of page.frames())
          await frame.evaluate(`(async () => {
            document.activeElement?.blur?.();
            const font = new FontFace('Pinned', await (await fetch('/pinned.woff2')).arrayBuffer(), { weight: '100 900' });
            document.fonts.add(await font.load());
          })()`);
        return await page.screenshot({ animations: 'disabled' });
      } catch (cause) {
        throw new Error(`There is no picture of ${name}: ${String(cause)}`, { cause });
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}
