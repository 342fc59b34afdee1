import type { Browser, Page } from 'playwright';
import { collectFrameLoads } from '../../e2e/support/collectFrameLoads.js';
import { expectPage } from '../../e2e/support/expectPage.js';
import { withoutUnknownFeatures } from '../../e2e/support/withoutUnknownFeatures.js';
import { patience } from '../../support/patience.js';

interface Visit {
  /** The page with the meeting. */
  readonly url: string;
  /** The room that it frames. */
  readonly room: string;
  /** Where a picture is put if the visit fails. */
  readonly picture: string;
}

/** Errors and warnings of the console with the address they are about, and uncaught errors. The list grows. */
function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    const { url } = message.location();
    // The apps are committed without their pictures.
    if (['error', 'warning'].includes(message.type()) && !/\/favicon\.\w+$/.test(url))
      problems.push(message.text() + (message.text().startsWith('Failed to load') ? ` (${url})` : ''));
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  return problems;
}

async function expectFilledBox(page: Page): Promise<void> {
  const box = await page.locator('.meeting').boundingBox();
  const frame = await page.locator('.meeting iframe').boundingBox();
  expectPage(box?.height, 'the box around the meeting has a height').toBeGreaterThan(400);
  expectPage(frame, 'the frame fills its box').toEqual(box);
}

async function visit(page: Page, { url, room }: Visit): Promise<void> {
  const problems = collectProblems(page);
  const loads = collectFrameLoads(page);
  const events = page.locator('output');
  const rename = page.getByRole('button', { name: 'Rename' });
  const frame = page.frameLocator('.meeting iframe');
  const joinButton = frame.getByRole('button', { name: /^join( meeting)?$/i });

  await page.goto(url);
  await frame.getByRole('button', { name: 'Join without them' }).click();
  await expectPage(joinButton).toBeVisible();
  await expectPage(page.locator('iframe'), 'the page has one frame').toHaveCount(1);
  expectPage(loads, 'the room is requested once').toHaveLength(1);
  expectPage(loads[0]).toContain(`${room}?`);
  expectPage(new URL(loads[0]!).searchParams.get('displayName')).toBe('Ada');
  await expectFilledBox(page);

  await rename.click();
  await expectPage.poll(() => loads.length, 'a parameter changed before joining updates the frame').toBe(2);
  expectPage(new URL(loads[1]!).searchParams.get('displayName')).toBe('Ada A.');
  await frame.getByRole('button', { name: 'Join without them' }).click();
  await joinButton.click();
  await expectPage(events, 'onJoin is called').toHaveText('join');

  await rename.click();
  await expectFilledBox(page);
  await frame.getByRole('button', { name: 'Leave', exact: true }).click();
  await expectPage(frame.getByRole('heading')).toHaveText('See you next time!');
  await expectPage(events, 'leaving reports once').toHaveText('join leave exit:left');
  expectPage(loads, 'a parameter changed after joining waits').toHaveLength(2);
  expectPage(await withoutUnknownFeatures(page, problems), 'the console has no error and no warning').toEqual([]);
}

/** A visit as a person makes it: opens the page, is renamed, joins, is renamed again, leaves. Fails if anything of it goes wrong. */
export async function driveMeeting(browser: Browser, options: Visit): Promise<void> {
  // The certificate of `https://acme.whereby.com` on this machine is nobody's.
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(patience);
  try {
    const page = await context.newPage();
    await visit(page, options).catch(async (error: unknown) => {
      await page.screenshot({ path: options.picture });
      throw error;
    });
  } finally {
    await context.close();
  }
}
