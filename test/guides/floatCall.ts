import type { Look } from './Look.js';
import { expectPage } from '../e2e/support/expectPage.js';
import { patience } from '../support/patience.js';
import { join } from './meet.js';

/** Someone joins on one page, goes on to another with the call floating, and comes back, in one stay. */
export const floatCall: Look = async (browser, url, picture) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    try {
      await page.goto(url);
      await page.getByRole('link', { name: 'Lesson' }).click();
      await join(page.frameLocator('iframe'), 'Ada');
      const people = page.frameLocator('iframe').locator('[data-tool=participantCount]');
      await expectPage(people).toContainText('1');
      // It is in no other window and no other document: a frame that loads again forgets it.
      const frame = page.frames()[1]!;
      await frame.evaluate(() => Object.assign(window, { isSameStay: true }));
      await page.getByRole('link', { name: 'Home' }).click();
      await expectPage(page.getByRole('heading', { name: 'Home' })).toBeVisible();
      const back = page.getByRole('button', { name: 'Back to the meeting' });
      await expectPage(back).toBeVisible();
      await page.screenshot({ path: picture });
      await back.click();
      await expectPage(back).toBeHidden();
      await expectPage(people).toContainText('1');
      expectPage(await frame.evaluate(() => 'isSameStay' in window), 'the frame has not loaded again').toBe(true);
      const box = await page.locator('iframe').boundingBox();
      expectPage(box?.height, 'the meeting fills its box').toBeGreaterThan(600);
    } catch (error) {
      await page.screenshot({ path: picture });
      throw error;
    }
  } finally {
    await context.close();
  }
};
