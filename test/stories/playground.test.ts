import { PNG } from 'pngjs';
import type { Download, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { expectPage } from '../e2e/support/expectPage.js';
import { openStorybook } from './support/openStorybook.js';
import type { BuiltStorybook } from './support/openStorybook.js';

let storybook: BuiltStorybook;
beforeAll(async () => {
  storybook = await openStorybook();
});
afterAll(() => storybook?.close());

const loaded = (page: Page) => page.getByText(/^Loaded in/).waitFor();

/** Presses Tab until the focus is on it. */
async function tabTo(page: Page, to: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 400; presses += 1) {
    if (await to.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`400 presses of ${key} do not lead to ${String(to)}`);
}

const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe('by keyboard alone', () => {
  test('the playground is reached, searched, changed, copied and taken back', async () => {
    const page = await storybook.open('playground--room');
    await loaded(page);
    await page.keyboard.press('Tab');
    await expectPage(page.getByRole('link', { name: 'Skip to the preview' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expectPage(page.getByRole('link', { name: 'Skip to the result' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expectPage(page.getByRole('region', { name: 'Result' })).toBeFocused();

    await page.keyboard.press('/');
    await expectPage(page.getByRole('searchbox', { name: 'Search parameters' })).toBeFocused();
    await page.keyboard.type('download chat');
    const off = page.getByRole('radiogroup', { name: 'chatDownload' }).getByRole('radio', { name: 'Off' });
    const unset = page.getByRole('radiogroup', { name: 'chatDownload' }).getByRole('radio', { name: /^Not set/ });
    await tabTo(page, unset);
    await page.keyboard.press('ArrowLeft');
    await expectPage(off).toBeChecked();
    await expectPage(page.getByText('?chatDownload=off', { exact: true })).toBeVisible();

    await tabTo(page, page.getByRole('tab', { name: 'Address' }));
    await page.keyboard.press('ArrowRight');
    await expectPage(page.getByRole('tab', { name: 'JSX' })).toBeFocused();
    await expectPage(page.getByRole('tab', { name: 'JSX' })).toHaveAttribute('aria-selected', 'true');
    await tabTo(page, page.getByRole('button', { name: 'Copy JSX' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => readClipboard(page)).toContain('chatDownload={false}');

    await page.keyboard.press('Control+z');
    await expectPage(unset).toBeChecked();

    const presets = page.getByRole('button', { name: 'Presets' });
    await tabTo(page, presets, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const kiosk = page.getByRole('button', { name: /^Kiosk/ });
    await expectPage(kiosk).toBeVisible();
    await page.keyboard.press('Escape');
    await expectPage(kiosk).toBeHidden();
    await expectPage(presets).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, kiosk);
    await page.keyboard.press('Enter');
    await expectPage(page.getByText('5 parameters set')).toBeVisible();

    const divider = page.getByRole('separator', { name: 'Width of the parameters' });
    await tabTo(page, divider);
    const width = await divider.getAttribute('aria-valuenow');
    await page.keyboard.press('ArrowRight');
    await expectPage(divider).not.toHaveAttribute('aria-valuenow', width!);
  });

  test('compare is changed, copied, added to and shared', async () => {
    const page = await storybook.open('compare--teacher-student-observer');
    const frames = page.locator('iframe');
    await expectPage(frames).toHaveCount(3);
    const row = page.getByRole('row', { name: /^people / });
    await tabTo(page, page.getByRole('radio', { name: 'Teacher' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expectPage(page.getByRole('radio', { name: 'Observer' })).toBeChecked();
    await tabTo(page, page.getByRole('button', { name: 'Copy from the left' }));
    await page.keyboard.press('Enter');
    await expectPage(row).toHaveText(/^peopleon.*off.*off/);
    await tabTo(page, row.getByRole('button', { name: /Observer, change/ }));
    await page.keyboard.press('Enter');
    await expectPage(row).toHaveText(/^peopleon.*off.*not set/);
    await tabTo(page, page.getByRole('button', { name: 'Add another' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expectPage(frames).toHaveCount(4);
    await tabTo(page, page.getByRole('button', { name: 'Copy link' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => readClipboard(page)).toMatch(/compare--teacher-student-observer.*&1=.*&4=/);
  });
});

/** How many colours a part of a picture has. */
function countColours({ data, width }: PNG, [left, top, right, bottom]: readonly [number, number, number, number]) {
  const colours = new Set<number>();
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) colours.add(data.readUInt32BE(4 * (y * width + x)));
  return colours.size;
}

/** How much of a picture is black: what its copy of the room has no colour for. */
function shareOfBlack({ data, width, height }: PNG): number {
  let black = 0;
  for (let at = 0; at < 4 * width * height; at += 4) if (data.readUInt32BE(at) === 0x000000ff) black += 1;
  return black / (width * height);
}

async function readPng(download: Download): Promise<PNG> {
  return PNG.sync.read(readFileSync(await download.path()));
}

describe('a picture', () => {
  const open = async () => {
    const page = await storybook.open('playground--room', { query: '&chat=off&size=phone' });
    await loaded(page);
    await page.frameLocator('iframe').getByText('Noor Haddad').waitFor();
    await page.getByRole('button', { name: 'Picture' }).click();
    const take = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ]);
      return download;
    };
    return take;
  };

  test('shows the room as it is, with its parameters below', async () => {
    const take = await open();
    const download = await take('PNG of the room as it is');
    expect(download.suggestedFilename()).toBe('room.png');
    const png = await readPng(download);
    expect([png.width, png.height > 844]).toEqual([390, true]);
    // Faces, and letters.
    expect(countColours(png, [0, 0, 390, 844])).toBeGreaterThan(200);
    expect(countColours(png, [0, 844, 390, png.height])).toBeGreaterThan(2);
    expect(shareOfBlack(png)).toBeLessThan(0.01);
  });

  test('shows all sizes side by side', async () => {
    const take = await open();
    const download = await take('PNG of every size');
    expect(download.suggestedFilename()).toBe('room-sizes.png');
    const png = await readPng(download);
    const widths = [390, 820, 1280, 360];
    expect(png.width).toBe(widths.reduce((sum, width) => sum + width, 0) + 5 * 16);
    expect(png.height).toBeGreaterThan(1180);
    expect(shareOfBlack(png)).toBeLessThan(0.01);
    let left = 16;
    for (const width of widths) {
      expect(countColours(png, [left, 60, left + width, 660]), `${width}`).toBeGreaterThan(200);
      left += width + 16;
    }
  });
});

describe('a pasted text', () => {
  const refused = /There is no address|is not the host|more than any address|names no room/;
  test.each([
    ['without an address', 'See you at ten, bring the slides.', refused],
    ['of 10,001 characters', 'x'.repeat(10_001), refused],
    [
      'with a script',
      '<img src=x onerror="globalThis.wasRun = true"><script>globalThis.wasRun = true</script>',
      refused,
    ],
    ['with a script as its address', 'javascript:globalThis.wasRun=true', refused],
    ['with another vendor’s address', 'https://zoom.us/j/123456789?pwd=abc', refused],
    ['with an address inside of another', 'https://evil.example/?next=https://acme.whereby.com/a', refused],
  ])('%s is refused with a sentence, and loses nothing', async (_what, text, sentence) => {
    const page = await storybook.open('playground--room', { query: '&chat=off' });
    await loaded(page);
    const field = page.getByLabel('Read an address');
    await page.evaluate((given) => navigator.clipboard.writeText(given), text);
    await field.focus();
    await page.keyboard.press('Control+v');
    await expectPage(page.getByRole('alert')).toHaveText(sentence);
    await expectPage(page.getByText('?chat=off', { exact: true })).toBeVisible();
    await expectPage(page.locator('.stage-embed iframe')).toHaveCount(1);
    expect(await page.evaluate(() => (globalThis as { wasRun?: boolean }).wasRun)).toBeUndefined();
    await page.context().close();
  });

  test('with two addresses takes the first and says so, and shows no key', async () => {
    const page = await storybook.open('playground--room');
    await loaded(page);
    await page.evaluate(() =>
      navigator.clipboard.writeText('https://acme.whereby.com/a?roomKey=s3cret or https://acme.whereby.com/b'),
    );
    await page.getByLabel('Read an address').focus();
    await page.keyboard.press('Control+v');
    const card = page.getByRole('region', { name: 'The address' });
    await expectPage(card).toBeVisible();
    await expectPage(card.getByText('a', { exact: true })).toBeVisible();
    await expectPage(page.getByRole('status').getByText('The text has 2 addresses.')).toBeVisible();
    await expect.poll(() => page.locator('body').innerText()).not.toContain('s3cret');
    expect(page.url()).not.toContain('s3cret');
  });

  test('in a link from another version keeps what is known and names what is not', async () => {
    const page = await storybook.open('playground--room', { query: '&chat=off&invented=1&size=cinema' });
    await loaded(page);
    await expectPage(page.getByText('?chat=off', { exact: true })).toBeVisible();
    await expectPage(page.getByText(/“invented”/)).toBeVisible();
  });
});
