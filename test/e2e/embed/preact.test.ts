import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundlePage } from '../../../scripts/build/bundlePage.js';
import { serveEchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import type { EchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import { servePages } from '../../../scripts/servers/servePages.js';
import type { Pages } from '../../../scripts/servers/servePages.js';
import { openOwnChromium } from '../support/openBrowser.js';

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

/** As an app leads React to Preact: https://preactjs.com/guide/v10/getting-started#aliasing-react-to-preact */
const leadReactTo = (preact: string) => [
  { find: /^preact(?=\/|$)/, replacement: preact },
  { find: /^react\/jsx-(dev-)?runtime$/, replacement: `${preact}/jsx-runtime` },
  { find: /^react-dom\/client$/, replacement: `${preact}/compat/client` },
  { find: /^react(-dom)?$/, replacement: `${preact}/compat` },
];

describe.each([
  ['Preact 10', `${modules}preact10`],
  ['Preact 11', `${modules}preact`],
])('with %s in place of React', (_name, preact) => {
  let rooms: EchoRooms;
  let pages: Pages;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    rooms = await serveEchoRooms();
    const entry = fileURLToPath(new URL('../pages/preact.tsx', import.meta.url));
    const script = await bundlePage(entry, 'development', leadReactTo(preact));
    pages = await servePages(script);
    pages.set('app', { html: '' });
    browser = await openOwnChromium({ roomsPort: rooms.port });
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([rooms.close(), pages.close()]);
  });
  beforeEach(async () => {
    page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
    errors.length = 0;
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`http://localhost:${pages.port}/app`);
    await page.waitForFunction(() => 'showApp' in window);
  });
  afterEach(async () => {
    await page.context().close();
    expect(errors).toEqual([]);
  });

  const expectCalls = (calls: readonly string[]) => expect.poll(() => page.evaluate(() => window.calls)).toEqual(calls);
  const say = (type: string, payload: object | null = null) =>
    page.evaluate(
      (test) => {
        const room = document.querySelector('iframe')!.contentWindow!;
        room.postMessage({ test }, 'https://acme.whereby.com');
      },
      { type, payload },
    );

  test('the component mounts, joins, takes commands, reloads, leaves and unmounts', async () => {
    const before = rooms.countRequests('/preact');
    await page.evaluate(() => window.showApp({ isShown: true }));
    await expectCalls(['onReady']);
    await page.evaluate(() => window.showApp({ more: { displayName: 'Ada' } }));
    await expectCalls(['onReady', 'onReady']);
    await say('join');
    await expectCalls(['onReady', 'onReady', 'onJoin']);
    await page.evaluate(() => window.showApp({ more: { displayName: 'Grace' } }));
    expect(await page.evaluate(() => window.embed?.getState().phase)).toBe('joined');
    const toggled = page.evaluate(() => window.embed?.toggleCamera(false));
    await say('camera_toggle', { enabled: false });
    await toggled;
    await page.evaluate(() => window.embed?.reload());
    await expectCalls(['onReady', 'onReady', 'onJoin', 'onExit reloaded', 'onReady']);
    await say('join');
    await expectCalls(['onReady', 'onReady', 'onJoin', 'onExit reloaded', 'onReady', 'onJoin']);
    await page.evaluate(() => window.showApp({ isShown: false }));
    await expectCalls(['onReady', 'onReady', 'onJoin', 'onExit reloaded', 'onReady', 'onJoin', 'onExit left']);
    expect(rooms.countRequests('/preact') - before).toBe(3);
  });

  test('the component shows its fallback for a room that is none', async () => {
    await page.evaluate(() => window.showApp({ isShown: true, more: { room: 'demo' } }));
    await expectCalls(['onError ROOM_INVALID']);
    await expect.poll(() => page.textContent('body')).toContain('fallback ROOM_INVALID');
  });

  test('a call goes on under a provider while its outlet is away', async () => {
    const before = rooms.countRequests('/preact');
    await page.evaluate(() => window.showApp({ view: 'persist', isShown: true }));
    await expectCalls(['onReady']);
    await say('join');
    await expect.poll(() => page.textContent('output')).toBe('joined');
    await page.evaluate(() => window.showApp({ isShown: false }));
    await expect.poll(() => page.isVisible('iframe')).toBe(true);
    await page.evaluate(() => window.showApp({ isShown: true }));
    await expect.poll(() => page.textContent('output')).toBe('joined');
    await page.evaluate(() => window.unmount());
    await expectCalls(['onReady', 'onJoin', 'onExit left']);
    expect(rooms.countRequests('/preact') - before).toBe(1);
  });
});
