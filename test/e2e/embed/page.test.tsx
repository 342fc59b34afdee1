import type { Browser, Page } from 'playwright';
import { renderToString } from 'react-dom/server';
import { WherebyEmbed } from 'react-whereby-embed';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../support/launch.js';
import { bundle, servePages } from '../support/pages.js';
import type { Pages } from '../support/pages.js';
import { serveEchoRooms } from '../support/rooms.js';
import type { Rooms } from '../support/rooms.js';
import { withoutLacks } from '../support/unknownFeatures.js';

let rooms: Rooms;
let pages: Pages;
let browser: Browser;
let page: Page;
let said: string[];

beforeAll(async () => {
  rooms = await serveEchoRooms();
  pages = await servePages(await bundle('../pages/embed.tsx'));
  browser = await launch(rooms.port);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await Promise.all([rooms.close(), pages.close()]);
});

afterEach(async () => {
  await page.context().close();
});

/** Opens a page with these headers and listens to its console. */
async function visit(
  name: string,
  headers: Record<string, string> = {},
  host = 'localhost',
  html = '',
  holdScript = 0,
) {
  pages.set(name, { headers, html, holdScript });
  page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  said = [];
  page.on('console', (message) => {
    // React's advice to install its tools is no warning.
    if (!message.text().includes('React DevTools')) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(`http://${host}:${pages.port}/${name}`, { waitUntil: holdScript ? 'commit' : 'load' });
}

const log = () => page.evaluate(() => window.log);
const mount = (room: string, readyTimeout = 30_000) =>
  page.evaluate((props) => window.mount(props), { room, readyTimeout });

describe('a page in Chromium', () => {
  test('has an empty console: no feature is unknown, React warns of nothing', async () => {
    await visit('plain');
    await mount('https://acme.whereby.com/plain');
    await expect.poll(log).toEqual(['ready']);
    expect(await withoutLacks(page, said)).toEqual([]);
    expect(rooms.requests('/plain').count).toBe(1);
  });

  test('whose Content-Security-Policy blocks the room says which origin to add', async () => {
    await visit('csp', { 'content-security-policy': "frame-src 'self' https://other.whereby.com" });
    await mount('https://acme.whereby.com/csp');
    await expect.poll(log).toEqual(['FRAME_BLOCKED']);
    expect(await page.textContent('body')).toContain('fallback FRAME_BLOCKED');
    expect(await page.textContent('body')).toContain('add https://acme.whereby.com to frame-src');
    expect(await page.isVisible('iframe')).toBe(false);
    expect(said.join()).toContain('Content-Security-Policy: frame-src https://acme.whereby.com');
  });

  test('whose Permissions-Policy denies the camera is told, and the meeting goes on', async () => {
    await visit('policy', { 'permissions-policy': 'camera=(), microphone=*' });
    await mount('https://acme.whereby.com/policy');
    await expect.poll(log).toEqual(['PERMISSIONS_POLICY', 'ready']);
    expect(said.join()).toContain('allow camera in the Permissions-Policy header');
    expect(said.join()).toContain('Permissions-Policy: camera=(self "https://acme.whereby.com")');
    expect(await page.textContent('body')).not.toContain('fallback');
  });

  test('that is not secure is told, and the meeting goes on', async () => {
    await visit('insecure', {}, 'insecure.test');
    await mount('https://acme.whereby.com/insecure');
    await expect.poll(log).toEqual(['INSECURE_CONTEXT', 'ready']);
  });

  test('with Trusted Types and a strict policy for scripts and styles works', async () => {
    await visit('strict', {
      'content-security-policy':
        "default-src 'self'; img-src data:; script-src 'self'; style-src 'self'; frame-src https://acme.whereby.com; require-trusted-types-for 'script'",
    });
    await mount('https://acme.whereby.com/strict');
    await expect.poll(log).toEqual(['ready']);
    expect(await page.locator('iframe').evaluate((frame) => getComputedStyle(frame).borderTopWidth)).toBe('0px');
    expect(await withoutLacks(page, said)).toEqual([]);
  });
});

describe('a page that the server rendered', () => {
  const props = { room: 'https://acme.whereby.com/ssr', displayName: 'Ada' };
  const render = (room: string, readyTimeout = 30_000) => {
    const given = { ...props, room, readyTimeout };
    const attribute = JSON.stringify(given).replaceAll('"', '&quot;');
    const noop = () => undefined;
    return `<div style="height:300px" data-props="${attribute}">${renderToString(
      <WherebyEmbed {...given} onError={noop} onEvent={noop} loading={<p>loading</p>} fallback={() => null} />,
    )}</div>`;
  };

  test('requests the frame before any script runs, and only once', async () => {
    await visit('ssr', {}, 'localhost', render('https://acme.whereby.com/ssr'), 500);
    await expect.poll(() => rooms.requests('/ssr').count).toBe(1);
    await expect.poll(() => page.evaluate(() => typeof window.log)).toBe('object');
    expect(rooms.requests('/ssr').first).toBeLessThan(pages.scriptGivenAt());
    await expect.poll(() => page.evaluate(() => window.handle?.iframe?.src)).toContain('/ssr?displayName=Ada');
    expect(rooms.requests('/ssr').count).toBe(1);
    expect(await withoutLacks(page, said)).toEqual([]);
  });

  test('works with a room that was ready before anyone could listen', async () => {
    await visit('late', {}, 'localhost', render('https://acme.whereby.com/late'), 800);
    await expect.poll(() => page.evaluate(() => typeof window.log)).toBe('object');
    await page.evaluate(() => void window.handle?.toggleChat());
    await expect.poll(log, { timeout: 8000 }).toEqual(['test_heard']);
    await expect.poll(() => page.textContent('body')).not.toContain('loading');
    expect(rooms.requests('/late').count).toBe(1);
  });

  test('that blocks the room still says so', async () => {
    await visit(
      'lateblocked',
      { 'content-security-policy': "frame-src 'self'" },
      'localhost',
      render('https://acme.whereby.com/lateblocked', 4000),
      300,
    );
    await expect.poll(log, { timeout: 10_000 }).toEqual(['READY_TIMEOUT']);
    expect(rooms.requests('/lateblocked').count).toBe(0);
  });
});
