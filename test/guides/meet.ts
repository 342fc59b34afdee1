import type { Browser, FrameLocator, Page } from 'playwright';
import { expectPage } from '../e2e/support/expectPage.js';
import { withoutUnknownFeatures } from '../e2e/support/withoutUnknownFeatures.js';
import { collectFrameLoads } from '../e2e/support/collectFrameLoads.js';
import { collectProblems } from '../e2e/support/collectProblems.js';
import { patience } from '../support/patience.js';

/** Joins a room that is in a page's frame, or in a tab of its own. */
export async function join(room: FrameLocator | Page, name: string): Promise<void> {
  await room.getByRole('button', { name: 'Join without them' }).click();
  const field = room.getByRole('textbox');
  if (!(await field.inputValue())) await field.fill(name);
  await room.getByRole('button', { name: /^join( meeting)?$/i }).click();
}

/** Two people open a page, each in a browser of their own, join, and see each other. Each loads the room once. */
export async function meet(browser: Browser, url: string, picture: string): Promise<void> {
  const contexts = await Promise.all([0, 1].map(() => browser.newContext({ viewport: { width: 1280, height: 800 } })));
  try {
    const pages: Page[] = [];
    for (const [index, context] of contexts.entries()) {
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      pages.push(page);
      const problems = collectProblems(page);
      const loads = collectFrameLoads(page);
      try {
        await page.goto(url);
        await join(page.frameLocator('iframe'), ['Ada', 'Grace'][index]!);
        await expectPage(page.frameLocator('iframe').locator('[data-tool=participantCount]')).toContainText(
          String(index + 1),
        );
        const box = await page.locator('iframe').boundingBox();
        expectPage(box?.height, 'the meeting is as high as the window').toBeGreaterThan(700);
        expectPage(loads, 'the room is loaded once').toHaveLength(1);
        expectPage(await withoutUnknownFeatures(page, problems), 'the console is empty').toEqual([]);
      } catch (error) {
        await page.screenshot({ path: picture });
        throw error;
      }
    }
    await expectPage(pages[0]!.frameLocator('iframe').locator('[data-tool=participantCount]')).toContainText('2');
    await pages[0]!.screenshot({ path: picture });
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
}
