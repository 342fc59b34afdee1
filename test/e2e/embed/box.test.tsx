import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundlePage } from '../../../scripts/build/bundlePage.js';
import { serveEchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import type { EchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import { servePages } from '../../../scripts/servers/servePages.js';
import type { Pages } from '../../../scripts/servers/servePages.js';
import { openOwnChromium } from '../support/openBrowser.js';

let rooms: EchoRooms;
let pages: Pages;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  rooms = await serveEchoRooms();
  pages = await servePages(await bundlePage(fileURLToPath(new URL('../pages/box.tsx', import.meta.url))));
  browser = await openOwnChromium({ roomsPort: rooms.port });
});
afterAll(async () => {
  await browser.close();
  await Promise.all([rooms.close(), pages.close()]);
});
beforeEach(async () => {
  pages.set('box', { html: '' });
  page = await (await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 800, height: 600 } })).newPage();
  await page.goto(`http://localhost:${pages.port}/box`);
});
afterEach(async () => {
  await page.context().close();
});

/** Width and height of the frame of an embed with this style and class, in a parent of that style. */
const measureFrame = (parent: string, embed: { style?: object; className?: string } = {}, css = '') =>
  page.evaluate(
    async ([parentStyle, props, rules]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`body{margin:0} ${rules}`);
      document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
      const frame = await window.mountBox(parentStyle, props);
      const { width, height } = frame.getBoundingClientRect();
      return [width, height];
    },
    [parent, embed, css] as const,
  );

describe('the frame fills its box', () => {
  test.each<[string, string, { style?: object; className?: string }, [number, number]]>([
    ['a parent with a height', 'height:400px', {}, [800, 400]],
    ['a low parent', 'height:200px', {}, [800, 200]],
    ['a cosmetic style', 'height:400px', { style: { borderRadius: 12, boxShadow: '0 0 4px' } }, [800, 400]],
    ['a cosmetic class', 'height:400px', { className: 'cosmetic' }, [800, 400]],
    ['both', 'height:400px', { className: 'cosmetic', style: { borderRadius: 12 } }, [800, 400]],
    ['a chain of 100 %', 'height:400px;--inner:100%', {}, [800, 400]],
    ['the height of a phone', 'height:100dvh', {}, [800, 600]],
    ['right to left', 'height:400px;direction:rtl', {}, [800, 400]],
    ['zoom', 'height:400px;zoom:2', {}, [800, 800]],
    ['a flex row', 'height:400px;display:flex', {}, [800, 400]],
    ['a flex column', 'height:400px;display:flex;flex-direction:column', {}, [800, 400]],
    ['a grid', 'height:400px;display:grid', {}, [800, 400]],
    ['no height around it', '', {}, [800, 320]],
    ['no height, a cosmetic style', '', { style: { borderRadius: 12 } }, [800, 320]],
    ['no height, a cosmetic class', '', { className: 'cosmetic' }, [800, 320]],
    ['another minimum', '--whereby-min-height:200px', {}, [800, 200]],
    ['a height of the style', 'height:400px', { style: { height: 250 } }, [800, 250]],
    ['a height of the class', 'height:400px', { className: 'tall' }, [800, 500]],
    ['a height of the class in a layer', 'height:400px', { className: 'layered' }, [800, 350]],
    ['a width and a ratio of the style', '', { style: { width: 480, aspectRatio: '4 / 3' } }, [480, 360]],
  ])('with %s', async (_what, parent, embed, size) => {
    const css =
      '.cosmetic{border-radius:12px;outline:1px solid} .tall{height:500px} @layer utilities{.layered{height:350px}}';
    expect(await measureFrame(parent, embed, css)).toEqual(size);
  });

  test.each([
    ['iframe{max-width:100%;height:auto}'],
    ['img,video,iframe{max-width:100%;height:auto;display:inline}'],
    ['*{margin:0;padding:0;box-sizing:border-box;border:2px solid}'],
    ['iframe{width:300px !important;aspect-ratio:16/9;border:5px solid red;margin:1rem;position:absolute}'],
  ])('under the site-wide rule %s', async (css) => {
    await measureFrame('height:400px', {}, css);
    const [frame, box] = await page.evaluate(() => {
      const frame = document.querySelector('iframe')!;
      const box = frame.parentElement!;
      return [
        [frame.offsetWidth, frame.offsetHeight],
        [box.clientWidth, box.clientHeight],
      ];
    });
    expect(frame).toEqual(box);
    expect(box![1]).toBeGreaterThanOrEqual(390);
  });
});
