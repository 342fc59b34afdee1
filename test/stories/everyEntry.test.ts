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

/** Resolves once nothing is added to the page any more: a panel comes after the page. */
async function settle(page: Page): Promise<void> {
  let before = -1;
  await expect
    .poll(async () => {
      const last = before;
      before = await page.locator('*').count();
      return before === last;
    })
    .toBe(true);
}

/** How far the page is wider than its window, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('what is in the sidebar presses and types nothing', () => {
  const plays = entries.filter(({ tags }) => tags.includes('play-fn')).map(({ id }) => id);
  // These only look.
  expect(plays.filter((id) => !/^(presets--|states-blocked)/.test(id))).toEqual([]);
});

/** In the dark: in the light, each story's own test runs axe. */
describe('axe finds nothing in the dark, and nothing is wider than the window, in', () => {
  let page: Page;
  beforeAll(async () => {
    page = await storybook.open(stories[0]!, { colorScheme: 'dark' });
  });
  test.each(stories)('%s', async (id) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await storybook.show(page, id);
    await settle(page);
    expect(await findViolations(page)).toEqual([]);
    for (const direction of ['rtl', 'ltr']) {
      await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
      for (const width of [1440, 1024, 768, 375]) {
        await page.setViewportSize({ width, height: 800 });
        await expect.poll(() => overflow(page), { message: `${direction}, ${width} px` }).toBeLessThanOrEqual(0);
      }
    }
  });
});

/** Pages of documentation are no stories, so nothing else looks at them. */
describe.each(['light', 'dark'] as const)('axe finds nothing in the %s in', (colorScheme) => {
  let page: Page;
  beforeAll(async () => {
    page = await storybook.open(docs[0]!, { colorScheme });
  });
  test.each(docs)('%s', async (id) => {
    await storybook.show(page, id);
    await settle(page);
    expect(await findViolations(page)).toEqual([]);
  });
});
