import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { renderToString } from 'react-dom/server';
import { WherebyEmbed } from 'react-whereby-embed';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bundlePage } from '../../../scripts/build/bundlePage.js';
import { serveEchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import type { EchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import { servePages } from '../../../scripts/servers/servePages.js';
import type { Pages } from '../../../scripts/servers/servePages.js';
import { createGate } from '../../support/createGate.js';
import { openOwnChromium } from '../support/openBrowser.js';
import { withoutUnknownFeatures } from '../support/withoutUnknownFeatures.js';

/** A `readyTimeout` that is never reached. */
const longTime = 600_000;

let rooms: EchoRooms;
let pages: Pages;
let browser: Browser;
let page: Page;
let consoleMessages: string[];

beforeAll(async () => {
  rooms = await serveEchoRooms();
  pages = await servePages(await bundlePage(fileURLToPath(new URL('../pages/embed.tsx', import.meta.url))));
  browser = await openOwnChromium({ roomsPort: rooms.port });
});

afterAll(async () => {
  await browser.close();
  await Promise.all([rooms.close(), pages.close()]);
});

afterEach(async () => {
  await page.context().close();
});

interface Visit {
  readonly headers?: Record<string, string>;
  readonly host?: string;
  readonly html?: string;
  /** The page's script is held back until this is over. */
  readonly scriptAfter?: Promise<void>;
}

/** Opens a page and keeps what its console prints. */
async function visit(name: string, { headers = {}, host = 'localhost', html = '', scriptAfter }: Visit = {}) {
  pages.set(name, { headers, html, ...(scriptAfter && { scriptAfter }) });
  page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  consoleMessages = [];
  page.on('console', (message) => {
    // React's advice to install its tools is no warning.
    if (!message.text().includes('React DevTools')) consoleMessages.push(message.text());
  });
  page.on('pageerror', (error) => consoleMessages.push(String(error)));
  await page.goto(`http://${host}:${pages.port}/${name}`, { waitUntil: scriptAfter ? 'commit' : 'load' });
}

const readLog = () => page.evaluate(() => window.log);
const mount = (room: string) => page.evaluate((props) => window.mount(props), { room, readyTimeout: longTime });

/** Sends a command and waits for the room's report of it: whatever the page started before has reached the room by then. */
async function sendCommandAndWait() {
  await expect.poll(() => page.evaluate(() => Boolean(window.handle))).toBe(true);
  await page.evaluate(() => void window.handle?.toggleChat());
  await expect.poll(readLog).toContain('test_heard');
}

describe('a page in Chromium', () => {
  test('has an empty console: no feature is unknown, React warns of nothing', async () => {
    await visit('plain');
    await mount('https://acme.whereby.com/plain');
    await expect.poll(readLog).toEqual(['ready']);
    await sendCommandAndWait();
    expect(await withoutUnknownFeatures(page, consoleMessages)).toEqual([]);
    expect(rooms.countRequests('/plain')).toBe(1);
  });

  test('names the origin to add when its Content-Security-Policy blocks the room', async () => {
    await visit('csp', { headers: { 'content-security-policy': "frame-src 'self' https://other.whereby.com" } });
    await mount('https://acme.whereby.com/csp');
    await expect.poll(readLog).toEqual(['FRAME_BLOCKED']);
    await expect.poll(() => page.textContent('body')).toContain('fallback FRAME_BLOCKED');
    expect(await page.textContent('body')).toContain('add https://acme.whereby.com to frame-src');
    expect(await page.isVisible('iframe')).toBe(false);
    expect(consoleMessages.join()).toContain('Content-Security-Policy: frame-src https://acme.whereby.com');
  });

  test('reports a Permissions-Policy that denies the camera, and the meeting goes on', async () => {
    await visit('policy', { headers: { 'permissions-policy': 'camera=(), microphone=*' } });
    await mount('https://acme.whereby.com/policy');
    await expect.poll(readLog).toEqual(['PERMISSIONS_POLICY', 'ready']);
    expect(consoleMessages.join()).toContain('allow camera in the Permissions-Policy header');
    expect(consoleMessages.join()).toContain('Permissions-Policy: camera=(self "https://acme.whereby.com")');
    expect(await page.textContent('body')).not.toContain('fallback');
  });

  test('reports that it is not secure, and the meeting goes on', async () => {
    await visit('insecure', { host: 'insecure.test' });
    await mount('https://acme.whereby.com/insecure');
    await expect.poll(readLog).toEqual(['INSECURE_CONTEXT', 'ready']);
  });

  test('works with Trusted Types and a strict policy for scripts and styles', async () => {
    await visit('strict', {
      headers: {
        'content-security-policy':
          "default-src 'self'; img-src data:; script-src 'self'; style-src 'self'; frame-src https://acme.whereby.com; require-trusted-types-for 'script'",
      },
    });
    await mount('https://acme.whereby.com/strict');
    await expect.poll(readLog).toEqual(['ready']);
    expect(await page.locator('iframe').evaluate((frame) => getComputedStyle(frame).borderTopWidth)).toBe('0px');
    expect(await withoutUnknownFeatures(page, consoleMessages)).toEqual([]);
  });
});

describe('a page that the server rendered', () => {
  const render = (room: string, readyTimeout = longTime) => {
    const props = { room, displayName: 'Ada', readyTimeout };
    const attribute = JSON.stringify(props).replaceAll('"', '&quot;');
    const noop = () => undefined;
    return `<div style="height:300px" data-props="${attribute}">${renderToString(
      <WherebyEmbed {...props} onError={noop} onEvent={noop} loading={<p>loading</p>} fallback={() => null} />,
    )}</div>`;
  };

  test('requests the frame before any script runs, and only once', async () => {
    const script = createGate();
    await visit('ssr', { html: render('https://acme.whereby.com/ssr'), scriptAfter: script.opened });
    await expect.poll(() => rooms.countRequests('/ssr')).toBe(1);
    expect(await page.evaluate(() => typeof window.log)).toBe('undefined');
    script.open();
    await expect.poll(() => page.evaluate(() => window.handle?.iframe?.src)).toContain('/ssr?displayName=Ada');
    await sendCommandAndWait();
    expect(rooms.countRequests('/ssr')).toBe(1);
    expect(await withoutUnknownFeatures(page, consoleMessages)).toEqual([]);
  });

  test('works with a room that was ready before anyone could listen', async () => {
    const script = createGate();
    // Proves that the message has come before the component's script.
    const witness = `<script>addEventListener('message', ({ data }) => { window.readyWasMissed = data.type === 'ready' })</script>`;
    await visit('late', { html: witness + render('https://acme.whereby.com/late'), scriptAfter: script.opened });
    await page.waitForFunction(() => (window as unknown as { readyWasMissed?: boolean }).readyWasMissed);
    script.open();
    await sendCommandAndWait();
    expect(await readLog()).toEqual(['test_heard']);
    await expect.poll(() => page.textContent('body')).not.toContain('loading');
    expect(rooms.countRequests('/late')).toBe(1);
  });

  test('reports a blocked room though the violation came before its scripts', async () => {
    const script = createGate();
    await visit('lateblocked', {
      headers: { 'content-security-policy': "frame-src 'self'" },
      html: render('https://acme.whereby.com/lateblocked', 4000),
      scriptAfter: script.opened,
    });
    await expect.poll(() => consoleMessages.join()).toContain('frame-src');
    script.open();
    await expect.poll(readLog).toEqual(['READY_TIMEOUT']);
    expect(rooms.countRequests('/lateblocked')).toBe(0);
  });
});
