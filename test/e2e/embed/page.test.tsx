import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { renderToString } from 'react-dom/server';
import { RoomMessageBuffer, WherebyEmbed } from 'react-whereby-embed';
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
async function sendCommandAndWait(times = 1) {
  await expect.poll(() => page.evaluate(() => Boolean(window.handle))).toBe(true);
  await page.evaluate(() => void window.handle?.toggleChat());
  await expect.poll(async () => (await readLog()).filter((entry) => entry === 'test_heard').length).toBe(times);
}

/** Has the room say that its participant has joined. */
const join = (where = page) =>
  where.evaluate(() => {
    const room = document.querySelector('iframe')!.contentWindow!;
    room.postMessage({ test: { type: 'join' } }, 'https://acme.whereby.com');
  });

describe('a page in Chromium', () => {
  test('has an empty console: no feature is unknown, React warns of nothing', async () => {
    await visit('plain');
    await mount('https://acme.whereby.com/plain');
    await expect.poll(readLog).toEqual(['ready']);
    await sendCommandAndWait();
    expect(await withoutUnknownFeatures(page, consoleMessages)).toEqual([]);
    expect(rooms.countRequests('/plain')).toBe(1);
  });

  test('names the origin to add when the Content-Security-Policy of the page blocks the room', async () => {
    await visit('csp', { headers: { 'content-security-policy': "frame-src 'self' https://other.whereby.com" } });
    await mount('https://acme.whereby.com/csp');
    await expect.poll(readLog).toEqual(['FRAME_BLOCKED']);
    await expect.poll(() => page.textContent('body')).toContain('fallback FRAME_BLOCKED');
    expect(await page.textContent('body')).toContain('Add https://acme.whereby.com to `frame-src`');
    expect(await page.isVisible('iframe')).toBe(false);
    expect(consoleMessages.join()).toContain('Content-Security-Policy: frame-src https://acme.whereby.com');
  });

  test('reports a Permissions-Policy that denies the camera, and the meeting goes on', async () => {
    await visit('policy', { headers: { 'permissions-policy': 'camera=(), microphone=*' } });
    await mount('https://acme.whereby.com/policy');
    await expect.poll(readLog).toEqual(['PERMISSIONS_POLICY', 'ready']);
    expect(consoleMessages.join()).toContain("The page's Permissions-Policy denies the camera");
    expect(consoleMessages.join()).toContain('Permissions-Policy: camera=(self "https://acme.whereby.com")');
    expect(await page.textContent('body')).not.toContain('fallback');
  });

  test.each([
    ['camera=(self), microphone=(self)', ['PERMISSIONS_POLICY', 'ready']],
    ['camera=(self "https://acme.whereby.com"), microphone=(self "https://acme.whereby.com")', ['ready']],
    ['camera=*, microphone=*', ['ready']],
  ])('reports what the frame gets of the Permissions-Policy %s, not what the page has', async (policy, log) => {
    await visit('policies', { headers: { 'permissions-policy': policy } });
    await mount('https://acme.whereby.com/policies');
    await expect.poll(readLog).toEqual(log);
  });

  test('is not blocked by a policy that only reports', async () => {
    await visit('reporting', { headers: { 'content-security-policy-report-only': "frame-src 'none'" } });
    await mount('https://acme.whereby.com/reporting');
    await expect.poll(readLog).toEqual(['ready']);
    await expect.poll(() => consoleMessages.join()).toContain('frame-src');
    await sendCommandAndWait();
    expect(await readLog()).toEqual(['ready', 'test_heard']);
    expect(await page.textContent('body')).not.toContain('fallback');
  });

  test('reports a room that does not allow its origin as blocked, once', async () => {
    await visit('forbidden');
    await mount('https://acme.whereby.com/forbidden');
    await expect.poll(() => page.textContent('body')).toContain('fallback FRAME_BLOCKED');
    expect(await page.textContent('body')).toContain('`frame-ancestors`');
    expect(await readLog()).toEqual(['FRAME_BLOCKED']);
  });

  test.each(['require-corp', 'credentialless'])(
    'names its Cross-Origin-Embedder-Policy %s as what blocks the room, and loads it with `credentialless`',
    async (policy) => {
      const headers = { 'cross-origin-embedder-policy': policy, 'cross-origin-opener-policy': 'same-origin' };
      await visit('coep', { headers });
      await mount('https://acme.whereby.com/coep');
      await expect.poll(readLog).toEqual(['FRAME_BLOCKED']);
      expect(consoleMessages.join()).toContain('credentialless');
      await page.evaluate(() => (window.log.length = 0));
      await page.evaluate(() => window.mount({ room: 'https://acme.whereby.com/coep', credentialless: true }));
      await expect.poll(readLog).toEqual(['ready']);
    },
  );

  test('is not blocked by what blocks another room of its origin', async () => {
    await visit('two');
    await mount('https://acme.whereby.com/two');
    await expect.poll(readLog).toEqual(['ready']);
    await mount('https://acme.whereby.com/forbidden');
    await expect.poll(() => page.textContent('body')).toContain('fallback FRAME_BLOCKED');
    expect(await readLog()).toEqual(['ready', 'FRAME_BLOCKED']);
    expect(await page.getByText('fallback').count()).toBe(1);
  });

  test('is not blocked by its Cross-Origin-Embedder-Policy if that blocks a picture of the same origin', async () => {
    await visit('picture', {
      headers: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
    });
    // This one stays silent, because a room that has posted something is not blocked anyway.
    await page.evaluate(() => window.mount({ room: 'https://acme.whereby.com/silent?silent', credentialless: true }));
    await page.evaluate(() => window.mount({ room: 'https://acme.whereby.com/picture', credentialless: true }));
    await expect.poll(readLog).toEqual(['ready']);
    const reported = await page.evaluate(
      () =>
        new Promise((resolve) => {
          new ReportingObserver((reports) => resolve(reports.map(({ type }) => type)), { types: ['coep'] }).observe();
          document.body.append(Object.assign(new Image(), { src: 'https://acme.whereby.com/logo.png' }));
        }),
    );
    expect(reported).toEqual(['coep']);
    await sendCommandAndWait();
    expect(await readLog()).not.toContain('FRAME_BLOCKED');
  });

  test('has no entries in its history for changed parameters, a retry or another room', async () => {
    await visit('history');
    await mount('https://acme.whereby.com/history');
    await expect.poll(readLog).toEqual(['ready']);
    const length = await page.evaluate(() => history.length);
    for (const displayName of ['A', 'Ad', 'Ada']) {
      await page.evaluate((name) => window.change({ displayName: name }), displayName);
      await expect.poll(() => page.frames()[1]?.url()).toContain(`displayName=${displayName}&`);
    }
    await page.evaluate(() => window.handle?.reload());
    await expect.poll(() => rooms.countRequests('/history')).toBe(5);
    await page.evaluate(() => window.change({ room: 'https://acme.whereby.com/history2' }));
    await expect.poll(() => rooms.countRequests('/history2')).toBe(1);
    expect(await page.evaluate(() => history.length)).toBe(length);
  });

  test('keeps keyboard and focus out of a frame that is covered', async () => {
    await visit('covered');
    await page.evaluate(() => window.mount({ room: 'https://acme.whereby.com/covered?silent' }));
    const frame = page.locator('iframe');
    await expect.poll(() => frame.evaluate((element: HTMLIFrameElement) => element.inert)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('iframe');
  });

  test('hears all of a room that loaded while an Activity hid it', async () => {
    await visit('hidden');
    await page.evaluate((props) => window.mountHidden(props), {
      room: 'https://acme.whereby.com/hidden',
      readyTimeout: longTime,
    });
    await expect.poll(() => page.frames()[1]?.evaluate(() => document.title)).toBe('Echo room');
    await page.evaluate(() => window.showHidden());
    await expect.poll(readLog).toEqual(['ready']);
    await sendCommandAndWait();
  });

  test('hears all of a room of its own origin that loaded while an Activity hid it', async () => {
    // Some apps of one page begin with an empty body.
    const script = `parent.postMessage({ type: 'ready' }, '*'); addEventListener('load', () => document.body.replaceChildren());`;
    pages.set('own', { html: `<script>${script}</script>` });
    await visit('hiddenown');
    await page.evaluate(
      (readyTimeout) => window.mountHidden({ room: `${location.origin}/own`, readyTimeout }),
      longTime,
    );
    const readRoom = () => page.frames()[1]?.evaluate(() => [document.title, document.body.childNodes.length]);
    await expect.poll(readRoom).toEqual(['/own', 0]);
    await page.evaluate(() => window.showHidden());
    await expect.poll(readLog).toEqual(['ready']);
  });

  test('unloads a room that an Activity hides, also one that would ask whether to leave', async () => {
    await visit('asking');
    const questions: string[] = [];
    page.on('dialog', (dialog) => {
      questions.push(dialog.type());
      void dialog.dismiss();
    });
    await page.evaluate((props) => window.mountHidden(props), {
      room: 'https://acme.whereby.com/asking',
      readyTimeout: longTime,
    });
    await page.evaluate(() => window.showHidden());
    await expect.poll(readLog).toEqual(['ready']);
    const length = await page.evaluate(() => history.length);
    const frame = page.frames()[1]!;
    await frame.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
    // Browsers ask only if somebody has used the page.
    await frame.click('p');
    await page.evaluate(() => window.hideAgain());
    await expect.poll(() => page.frames().map((one) => one.url())).toEqual([page.url(), 'about:blank']);
    await page.evaluate(() => window.showHidden());
    await expect.poll(readLog).toEqual(['ready', 'ready']);
    expect(questions).toEqual([]);
    expect(await page.evaluate(() => history.length)).toBe(length);
  });

  test('hears a call that the app moves into another window, and back', async () => {
    await visit('moving');
    await mount('https://acme.whereby.com/moving');
    await expect.poll(readLog).toEqual(['ready']);
    await join();
    await expect.poll(readLog).toEqual(['ready', 'join']);
    const opened = page.waitForEvent('popup');
    await page.evaluate(() => {
      const popup = open('', '', 'popup')!;
      const host = document.querySelector('iframe')!.parentElement!.parentElement!;
      popup.document.body.append(host);
      // As the window of a picture-in-picture hands its element back when it closes.
      popup.addEventListener('pagehide', () => document.body.append(host));
    });
    const popup = await opened;
    await expect.poll(readLog).toEqual(['ready', 'join', 'exit reloaded', 'ready']);
    await join(popup);
    await expect.poll(readLog).toEqual(['ready', 'join', 'exit reloaded', 'ready', 'join']);
    expect(await popup.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height)).toBe(300);
    await popup.close();
    await expect.poll(readLog).toEqual(['ready', 'join', 'exit reloaded', 'ready', 'join', 'exit left', 'ready']);
    expect(await page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height)).toBe(300);
  });

  test('sees a stay end when its user closes the popup that the call is in', async () => {
    await visit('opener');
    const opened = page.waitForEvent('popup');
    await page.evaluate((room) => window.mountInPopup({ room }), 'https://acme.whereby.com/popup');
    const popup = await opened;
    await expect.poll(readLog).toEqual(['ready']);
    await join(popup);
    await expect.poll(readLog).toEqual(['ready', 'join']);
    await popup.close();
    await expect.poll(readLog).toEqual(['ready', 'join', 'exit left']);
    expect(await page.evaluate(() => window.handle?.getState().phase)).toBe('left');
  });

  test('sees a stay end when another library takes its box away, and the next one begin when it gives it back', async () => {
    await visit('removed');
    await mount('https://acme.whereby.com/removed');
    await expect.poll(readLog).toEqual(['ready']);
    await join();
    await expect.poll(readLog).toEqual(['ready', 'join']);
    const box = await page.evaluateHandle(() => {
      const { parentElement } = document.querySelector('iframe')!;
      parentElement!.remove();
      return parentElement!;
    });
    await expect.poll(readLog).toEqual(['ready', 'join', 'exit left']);
    expect(await page.evaluate(() => window.handle?.getState().phase)).toBe('left');
    await box.evaluate((element) => document.body.append(element));
    await expect.poll(readLog).toEqual(['ready', 'join', 'exit left', 'ready']);
    await join();
    await expect.poll(() => page.evaluate(() => window.handle?.getState().phase)).toBe('joined');
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

  /** Has the room join before the page's script, and proves that it did. */
  const joinEarly = `<script>addEventListener('message', ({ data, source }) => {
    if (data.type === 'ready') source.postMessage({ test: { type: 'join' } }, '*');
    if (data.type === 'join') window.hasJoinedEarly = true;
  })</script>`;
  const hasJoinedEarly = () => (window as unknown as { hasJoinedEarly?: boolean }).hasJoinedEarly;

  test('does not reload a call that began before its scripts when a parameter changes', async () => {
    const script = createGate();
    await visit('early', { html: joinEarly + render('https://acme.whereby.com/early'), scriptAfter: script.opened });
    await page.waitForFunction(hasJoinedEarly);
    script.open();
    await sendCommandAndWait();
    await page.evaluate(() => window.change({ displayName: 'Grace' }));
    await sendCommandAndWait(2);
    expect(rooms.countRequests('/early')).toBe(1);
    expect(await readLog()).not.toContain('READY_TIMEOUT');
  });

  test('misses nothing with RoomMessageBuffer, under a policy that wants a nonce', async () => {
    const script = createGate();
    const buffer = renderToString(<RoomMessageBuffer nonce="abc" />);
    const witness = joinEarly.replace('<script>', '<script nonce="abc">');
    await visit('buffered', {
      headers: { 'content-security-policy': "script-src 'self' 'nonce-abc'; style-src 'self'" },
      html: buffer + witness + render('https://acme.whereby.com/buffered').replace('style="height:300px" ', ''),
      scriptAfter: script.opened,
    });
    await page.waitForFunction(hasJoinedEarly);
    script.open();
    await expect.poll(readLog).toEqual(['ready', 'join']);
    expect(await page.evaluate(() => window.handle?.getState().phase)).toBe('joined');
    await page.evaluate(() => window.change({ displayName: 'Grace' }));
    await sendCommandAndWait();
    expect(await readLog()).toEqual(['ready', 'join', 'test_heard']);
    expect(rooms.countRequests('/buffered')).toBe(1);
    expect(await withoutUnknownFeatures(page, consoleMessages)).toEqual([]);
  });

  test('shows why a room is missing that does not allow its origin, though that was known before its scripts', async () => {
    const script = createGate();
    await visit('lateforbidden', { html: render('https://acme.whereby.com/forbidden'), scriptAfter: script.opened });
    await expect.poll(() => consoleMessages.join()).toContain('frame-ancestors');
    script.open();
    await expect.poll(readLog).toEqual(['FRAME_BLOCKED']);
    await expect.poll(() => page.textContent('body')).toContain('fallback FRAME_BLOCKED');
  });

  test('shows the room of the page as it is now when the browser goes back to it', async () => {
    await visit('back', {
      html: render('https://acme.whereby.com/back1'),
      headers: { 'cache-control': 'no-store' },
    });
    await sendCommandAndWait();
    pages.set('elsewhere', { html: '' });
    await page.evaluate(() => location.assign('/elsewhere'));
    await page.waitForURL('**/elsewhere');
    pages.set('back', { html: render('https://acme.whereby.com/back2'), headers: { 'cache-control': 'no-store' } });
    await page.goBack();
    await sendCommandAndWait();
    expect(page.frames()[1]?.url()).toContain('/back2');
    expect([rooms.countRequests('/back1'), rooms.countRequests('/back2')]).toEqual([1, 1]);
  });

  test('has the same frame with a strict style-src as without one, and no violation', async () => {
    const measure = () =>
      page.locator('iframe').evaluate((frame) => {
        const { width, height } = frame.getBoundingClientRect();
        return [width, height, getComputedStyle(frame).borderTopWidth];
      });
    const html = (name: string) =>
      '<style nonce="abc">[data-props]{height:300px}</style>' +
      render(`https://acme.whereby.com/${name}`).replace('style="height:300px" ', '');
    await visit('unstyled', { html: html('unstyled') });
    await sendCommandAndWait();
    const expected = await measure();
    expect(expected[1]).toBe(300);
    await visit('styled', {
      headers: { 'content-security-policy': "style-src 'nonce-abc'; frame-src https://acme.whereby.com" },
      html: html('styled'),
    });
    await sendCommandAndWait();
    expect(await measure()).toEqual(expected);
    expect(consoleMessages.filter((text) => text.includes('style'))).toEqual([]);
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
    await expect.poll(readLog).toEqual(['FRAME_BLOCKED']);
    expect(rooms.countRequests('/lateblocked')).toBe(0);
  });
});
