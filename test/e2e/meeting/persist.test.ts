import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { fakeRoomInPage } from 'react-whereby-embed/testing';
import type { FakeRoomInPage } from 'react-whereby-embed/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LoopbackServer } from '../../../scripts/servers/listenOnLoopback.js';
import { serveApp } from '../../../scripts/servers/serveApp.js';
import { isFirefoxInstalled, openFirefox, openSharedChromium } from '../support/openBrowser.js';

/** Routing by a library and by plain state, with `moveBefore` and without; Firefox takes four times as long, so each once there. */
const routings = (browser: string) =>
  browser === 'Firefox'
    ? [
        ['React Router, without moveBefore', 'noMove'],
        ['plain state', 'state'],
      ]
    : [
        ['React Router', ''],
        ['plain state', 'state'],
        ['React Router, without moveBefore', 'noMove'],
        ['plain state, without moveBefore', 'state&noMove'],
      ];

/** Where it matters how the frame gets to its place: in Firefox only by the way that takes more. */
const waysOf = (browser: string) => (browser === 'Firefox' ? ['noMove'] : ['', 'noMove']);

let app: LoopbackServer;
beforeAll(async () => {
  app = await serveApp(fileURLToPath(new URL('../pages/meeting.tsx', import.meta.url)));
});
afterAll(() => app.close());

const browsers = [
  { name: 'Chromium', isInstalled: true, openBrowser: openSharedChromium },
  { name: 'Firefox', isInstalled: isFirefoxInstalled, openBrowser: openFirefox },
];

for (const { name, isInstalled, openBrowser } of browsers)
  describe.skipIf(!isInstalled)(`a persistent call in ${name}`, () => {
    let browser: Browser;
    let page: Page;
    let room: FakeRoomInPage;
    let problems: string[];

    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser?.close());
    afterEach(async () => {
      await page.context().close();
      expect(problems).toEqual([]);
    });

    const phase = () => page.locator('output').innerText();
    const place = () => page.locator('[data-whereby-meeting]').getAttribute('data-whereby-meeting');
    const go = (path: string) => page.locator('nav').getByText(`go ${path}`, { exact: true }).click();
    const boxOf = (selector: string) => page.locator(selector).boundingBox();
    const frameBox = () => boxOf('iframe');

    /** Opens the app and joins the meeting on its call page. */
    async function join(search = '', options: object = {}) {
      page = await (await browser.newContext({ viewport: { width: 1000, height: 800 } })).newPage();
      problems = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      room = await fakeRoomInPage(page, { answers: true });
      await page.goto(`${app.origin}/?options=${encodeURIComponent(JSON.stringify(options))}&${search}`);
      expect(room.loads).toHaveLength(0);
      await go('/call');
      await room.emit('ready');
      await room.emit('join');
      await expect.poll(phase).toBe('joined');
    }
    const alive = async () => {
      expect(await phase()).toBe('joined');
      expect(room.loads).toHaveLength(1);
      await room.emit('participantupdate', { count: 7 });
      await expect.poll(() => page.locator('span').first().innerText()).toBe('7');
    };

    test.each(routings(name))(
      '50 changes of route with %s make no request and leave the participant joined',
      async (_how, search) => {
        await join(search);
        const paths = ['/other', '/call', '/', '/call', '/dialog'];
        let isBelowDialog = false;
        for (let change = 0; change < 50; change++) {
          const path = paths[change % paths.length]!;
          // A dialog is in front of the links, and Playwright takes a quarter of a second for each click in Firefox.
          if (isBelowDialog || name === 'Firefox')
            await page.evaluate(
              (to) =>
                [...document.querySelectorAll<HTMLElement>('nav *')]
                  .find((link) => link.textContent === `go ${to}`)
                  ?.click(),
              path,
            );
          else await go(path);
          isBelowDialog = path === '/dialog';
          // Docked it is on both pages of the meeting: only the dialog tells that the second one is there.
          await expect
            .poll(() =>
              page.evaluate(() => [
                document.querySelectorAll('dialog[open]').length,
                document.querySelector('[data-whereby-meeting]')?.getAttribute('data-whereby-meeting'),
              ]),
            )
            .toEqual([isBelowDialog ? 1 : 0, /call|dialog/.test(path) ? 'docked' : 'float']);
        }
        await alive();
        expect(await page.locator('iframe').count()).toBe(1);
        expect(await page.evaluate(() => window.exits)).toEqual([]);
      },
    );

    test.each(waysOf(name))(
      'the meeting is over its outlet through scrolling, scaling and resizing (%s)',
      async (search) => {
        await join(search);
        const isOver = async () => {
          const [outlet, frame] = [await boxOf('[data-testid=outlet]'), await frameBox()];
          return (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(outlet![side] - frame![side]) < 1.5);
        };
        await expect.poll(isOver).toBe(true);
        await page.locator('.scroller').evaluate((scroller) => (scroller.scrollTop = 60));
        await expect.poll(isOver).toBe(true);
        await page.locator('.zoomer').evaluate((zoomer: HTMLElement) => {
          zoomer.style.transform = 'scale(.5) translate(40px, 20px)';
        });
        await expect.poll(isOver).toBe(true);
        await page.locator('.zoomer').evaluate((zoomer: HTMLElement) => {
          zoomer.style.transform = '';
          zoomer.style.zoom = '1.25';
        });
        await expect.poll(isOver).toBe(true);
        await page.setViewportSize({ width: 600, height: 700 });
        await expect.poll(isOver).toBe(true);
        await alive();
      },
    );

    test.each(waysOf(name))('takes no clicks where its outlet is scrolled out of sight (%s)', async (search) => {
      await join(search);
      await page.locator('.scroller').evaluate((scroller) => (scroller.scrollTop = 300));
      // Above the scroller's top edge, where the frame would be were it not cut off.
      const at = await page.locator('h1').boundingBox();
      await expect
        .poll(() =>
          page.evaluate(([x, y]) => document.elementFromPoint(x!, y!)?.tagName, [at!.x + 20, at!.y + at!.height / 2]),
        )
        .toBe('H1');
    });

    test.each(waysOf(name))(
      'has a floating window that moves by pointer and keyboard, minimises and leads back (%s)',
      async (search) => {
        await join(search);
        await go('/');
        const bar = page.getByRole('group', { name: 'Meeting' });
        await bar.getByRole('button', { name: 'Minimise' }).waitFor();
        await page.waitForFunction(() => !document.getAnimations().length);
        const before = (await bar.boundingBox())!;
        expect(before.x + before.width).toBeGreaterThan(960);
        expect(before.y + before.height).toBeGreaterThan(760);
        await page.mouse.move(before.x + 120, before.y + 15);
        await page.mouse.down();
        await page.mouse.move(before.x + 20, before.y - 85, { steps: 5 });
        await page.mouse.up();
        const dragged = (await bar.boundingBox())!;
        expect([Math.round(dragged.x - before.x), Math.round(dragged.y - before.y)]).toEqual([-100, -100]);
        await bar.getByRole('button', { name: /Move/ }).focus();
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('Shift+ArrowLeft');
        const nudged = (await bar.boundingBox())!;
        expect([Math.round(nudged.x - dragged.x), Math.round(nudged.y - dragged.y)]).toEqual([-64, -16]);
        for (let press = 0; press < 30; press++) await page.keyboard.press('Shift+ArrowRight');
        const edge = (await bar.boundingBox())!;
        expect(edge.x + edge.width).toBeLessThanOrEqual(1000);
        await page.setViewportSize({ width: 500, height: 600 });
        const inside = (await bar.boundingBox())!;
        expect(inside.x).toBeGreaterThanOrEqual(0);
        expect(inside.x + inside.width).toBeLessThanOrEqual(500);
        expect(inside.y + inside.height).toBeLessThanOrEqual(600);
        await bar.getByRole('button', { name: 'Minimise' }).click();
        await expect.poll(() => page.locator('iframe').isVisible()).toBe(false);
        expect((await bar.boundingBox())!.height).toBeLessThan(60);
        await bar.getByRole('button', { name: /Move/ }).focus();
        for (let press = 0; press < 20; press++) await page.keyboard.press('Shift+ArrowDown');
        await bar.getByRole('button', { name: 'Restore' }).click();
        await expect
          .poll(async () => {
            const { y, height } = (await bar.boundingBox())!;
            return height > 100 && y + height <= 600;
          })
          .toBe(true);
        await expect.poll(() => page.locator('iframe').isVisible()).toBe(true);
        await bar.getByRole('button', { name: 'Back to the meeting' }).click();
        await expect.poll(place).toBe('docked');
        await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
        await alive();
      },
    );

    test('keeps the focus while the meeting moves, and returns it when the call is left', async () => {
      await join();
      await page.locator('iframe').contentFrame().getByText('in the room').click();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
      await page.evaluate(() => history.back());
      await expect.poll(place).toBe('float');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
      await go('/other');
      await page.getByRole('button', { name: 'Leave the meeting' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
      await expect.poll(() => page.locator('iframe').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('go /other');
      expect(await page.evaluate(() => window.exits)).toEqual(['left']);
    });

    test.each(waysOf(name))('is behind an open dialog of the page (%s)', async (search) => {
      await join(search);
      await page.evaluate(() => {
        const dialog = document.body.appendChild(document.createElement('dialog'));
        dialog.textContent = 'Really?';
        dialog.showModal();
      });
      const { x, y, width, height } = (await page.locator('dialog[open]').boundingBox())!;
      const front = (at: number[]) =>
        page.evaluate(([left, top]) => document.elementFromPoint(left!, top!)?.tagName, at);
      expect(await front([x + width / 2, y + height / 2])).toBe('DIALOG');
      await alive();
    });

    test('has a floating window without violations in axe', async () => {
      await join();
      await go('/other');
      await page.getByRole('button', { name: 'Minimise' }).waitFor();
      await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
      const faults = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(at: string, options: object): Promise<{ violations: { id: string }[] }> };
        };
        return (await axe.run('[data-whereby-meeting]', { iframes: false })).violations.map(({ id }) => id);
      });
      expect(faults).toEqual([]);
    });

    test('lets clicks beside the floating window reach the page', async () => {
      await join();
      await go('/');
      await page
        .locator('#under')
        .evaluate((button) => button.addEventListener('click', () => window.exits.push('clicked')));
      await page.mouse.click(100, 700);
      expect(await page.evaluate(() => window.exits)).toEqual(['clicked']);
    });

    test.each([
      ['unmount', 'float', '/other'],
      ['navigate', 'float', '/other'],
    ])('leaves on %s, once', async (leaveOn, away, path) => {
      await join('', { leaveOn, away });
      await go(path);
      await expect.poll(phase).toBe('left');
      await expect.poll(() => page.locator('iframe').count()).toBe(0);
      expect(await page.evaluate(() => window.exits)).toEqual(['left']);
      expect(room.commands.filter(({ method }) => method === 'leaveRoom').length).toBe(1);
    });

    test('continues out of sight with `away="hide"`', async () => {
      await join('', { away: 'hide' });
      await go('/other');
      await expect.poll(place).toBe('hide');
      expect(await page.locator('iframe').isVisible()).toBe(false);
      await alive();
    });

    test('stays in its corner when it is minimised and restored, and takes less room', async () => {
      await join();
      await go('/other');
      await page.getByRole('button', { name: 'Minimise' }).waitFor();
      const bar = page.getByRole('group', { name: 'Meeting' });
      const corner = async () => {
        const { x, y, width, height } = (await bar.boundingBox())!;
        return [Math.round(x + width), Math.round(y + height)];
      };
      await page.waitForFunction(() => !document.getAnimations().length);
      const [before, { width }] = [await corner(), (await bar.boundingBox())!];
      await page.getByRole('button', { name: 'Minimise' }).click();
      await expect.poll(async () => (await bar.boundingBox())!.width).toBeLessThan(width);
      await expect.poll(corner).toEqual(before);
      await page.getByRole('button', { name: 'Restore' }).click();
      await expect.poll(async () => (await bar.boundingBox())!.width).toBe(width);
      await expect.poll(corner).toEqual(before);
    });

    test('floats at the left in a right-to-left page, with its lines level if those of the page are vertical', async () => {
      await join('dir=rtl');
      await go('/other');
      await page.getByRole('button', { name: 'Minimise' }).waitFor();
      const bar = page.getByRole('group', { name: 'Meeting' });
      await expect.poll(async () => (await bar.boundingBox())!.x).toBeLessThan(20);
      await page.evaluate(() => document.documentElement.style.setProperty('writing-mode', 'vertical-rl'));
      await expect
        .poll(async () => {
          const { x, width, height } = (await bar.boundingBox())!;
          return x < 20 && height < width;
        })
        .toBe(true);
    });

    test.skipIf(name === 'Firefox')('moves nothing by itself with reduced motion', async () => {
      await join();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.evaluate(() => {
        const { animate } = Element.prototype;
        Element.prototype.animate = function (...args) {
          window.exits.push('animated');
          return animate.apply(this, args);
        };
      });
      await go('/other');
      await page.getByRole('button', { name: 'Minimise' }).waitFor();
      expect(await page.evaluate(() => window.exits)).toEqual([]);
    });

    test('asks before the page is closed only while joined and only with `confirmUnload`', async () => {
      await join('', { confirmUnload: true });
      const asks = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
      expect(await asks()).toBe(true);
      await room.emit('leave', { removed: false });
      await expect.poll(phase).toBe('left');
      expect(await asks()).toBe(false);
      await page.context().close();
      await join();
      expect(await asks()).toBe(false);
    });

    test('takes no frame along for a participant who has not joined', async () => {
      await join();
      await room.emit('leave', { removed: true });
      await expect.poll(phase).toBe('left');
      await go('/other');
      await expect.poll(() => page.locator('iframe').count()).toBe(0);
      expect(await page.evaluate(() => window.exits)).toEqual(['removed']);
    });

    test('would reload in another document, so it offers no window of its own', async () => {
      await join();
      const outcome = await page.evaluate(() => {
        if (!('moveBefore' in Element.prototype)) return 'no moveBefore';
        const other = document.body.appendChild(document.createElement('iframe')).contentDocument!;
        try {
          (other.body as unknown as { moveBefore(node: Node, child: null): void }).moveBefore(
            document.querySelector('[data-whereby-meeting]')!,
            null,
          );
          return 'moved';
        } catch (error) {
          return (error as Error).name;
        }
      });
      // The day this fails, the window can be offered.
      expect(outcome).toBe('HierarchyRequestError');
    });
  });
