import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations, openStorybook, readEntries } from './support/openStorybook.js';
import type { BuiltStorybook } from './support/openStorybook.js';

const entries = readEntries();
const docs = entries.filter(({ type }) => type === 'docs').map(({ id }) => id);
const stories = entries.filter(({ type }) => type === 'story').map(({ id }) => id);

let storybook: BuiltStorybook;
beforeAll(async () => {
  storybook = await openStorybook();
});
afterAll(() => storybook?.close());

/** How far the page is wider than its window, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Every story in the dark (the story's own test runs axe in the light), and every page of documentation in both. */
describe.each([
  ['dark', entries.map(({ id }) => id)],
  ['light', docs],
] as const)('%s', (colorScheme, ids) => {
  let page: Page;
  beforeAll(async () => {
    page = await storybook.open(ids[0]!, { colorScheme });
  });
  test.each(ids)('axe finds nothing in %s', async (id) => {
    await storybook.show(page, id);
    // What comes later, such as a panel, is looked at as well.
    let before = -1;
    await expect
      .poll(async () => {
        const last = before;
        before = await page.locator('*').count();
        return before === last;
      })
      .toBe(true);
    expect(await findViolations(page)).toEqual([]);
  });
});

describe('no story is wider than its window, from left to right and from right to left', () => {
  let page: Page;
  beforeAll(async () => {
    page = await storybook.open(stories[0]!);
  });
  test.each(stories)('%s', async (id) => {
    await storybook.show(page, id);
    for (const direction of ['ltr', 'rtl']) {
      await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
      for (const width of [1440, 1024, 768, 375]) {
        await page.setViewportSize({ width, height: 800 });
        await expect.poll(() => overflow(page), { message: `${id}, ${direction}, ${width} px` }).toBeLessThanOrEqual(0);
      }
    }
  });
});
