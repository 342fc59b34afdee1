import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundlePage } from '../../../scripts/build/bundlePage.js';
import { serveEchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import type { EchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import { servePages } from '../../../scripts/servers/servePages.js';
import type { Pages } from '../../../scripts/servers/servePages.js';
import { openOwnChromium } from '../support/openBrowser.js';
import type { BoxKind } from '../pages/box.js';

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
/** Shows a meeting in a parent of that style. */
const mount = (kind: BoxKind, parent: string, props: { style?: object; className?: string } = {}, css = '') =>
  page.evaluate(
    async ([what, parentStyle, given, rules]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`body{margin:0} ${rules}`);
      document.adoptedStyleSheets = [sheet];
      await window.mountBox(what, parentStyle, given);
    },
    [kind, parent, props, css] as const,
  );

/** Width and height. */
const readSize = (selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    return [width, height];
  });

const kinds: readonly BoxKind[] = [
  'WherebyEmbed',
  'persistent MeetingOutlet',
  'persistent MeetingOutlet without moveBefore',
];

describe.each(kinds)('the frame of a %s fills its box', (kind) => {
  // One page for all cases of a kind: only the first of them has to load it.
  beforeAll(async () => {
    pages.set('box', { html: '' });
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 800, height: 600 } });
    page = await context.newPage();
    await page.goto(`http://localhost:${pages.port}/box`);
  });
  afterAll(() => page.context().close());

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
    ['no height, a flex row', 'display:flex', {}, [800, 320]],
    ['no height, a grid', 'display:grid', {}, [800, 320]],
    ['a minimum of the parent', 'min-height:450px;display:grid', {}, [800, 450]],
    ['no height, a cosmetic style', '', { style: { borderRadius: 12 } }, [800, 320]],
    ['no height, a cosmetic class', '', { className: 'cosmetic' }, [800, 320]],
    ['another minimum', '--whereby-min-height:200px', {}, [800, 200]],
    ['a height of the style', 'height:400px', { style: { height: 250 } }, [800, 250]],
    ['a height of the class', 'height:400px', { className: 'tall' }, [800, 500]],
    ['a height of the class in a layer', 'height:400px', { className: 'layered' }, [800, 350]],
    ['a width and a ratio of the style', '', { style: { width: 480, aspectRatio: '4 / 3' } }, [480, 360]],
    [
      'insets of the style',
      'height:400px;position:relative',
      { style: { position: 'absolute', inset: 20, height: 'auto' } },
      [760, 360],
    ],
  ])('with %s', async (_what, parent, props, size) => {
    const css =
      '.cosmetic{border-radius:12px;outline:1px solid} .tall{height:500px} @layer utilities{.layered{height:350px}}';
    await mount(kind, parent, props, css);
    expect(await readSize('[data-box]')).toEqual(size);
    await expect.poll(() => readSize('iframe')).toEqual(size);
  });

  test.each([
    ['iframe{max-width:100%;height:auto}'],
    ['img,video,iframe,svg{max-width:100%;height:auto;display:inline}'],
    ['*{margin:0;padding:0;box-sizing:border-box;border:2px solid}'],
    ['div{margin:9px;padding:9px;position:relative} [data-box]{margin:0;padding:0}'],
    ['iframe{width:300px !important;aspect-ratio:16/9;border:5px solid red;margin:1rem;position:absolute}'],
  ])('under the site-wide rule %s', async (css) => {
    await mount(kind, 'height:400px', {}, css);
    await expect
      .poll(() =>
        page.evaluate(() => {
          const frame = document.querySelector('iframe')!.getBoundingClientRect();
          const box = document.querySelector<HTMLElement>('[data-box]')!;
          const { width, height } = box.getBoundingClientRect();
          // A rule for every element may give boxes in between a border too.
          return [width - frame.width, height - frame.height, box.offsetHeight].map(
            (length) => length < 8 || length >= 390,
          );
        }),
      )
      .toEqual([true, true, true]);
  });
});
