import type { Browser, Page } from 'playwright';
import { createLink } from '../../../examples/school/server/people/session.js';
import type { RunningDemo } from '../../../examples/school/server/demo/startDemo.js';

/** Opens the school in a browser of a person's own, signed in by the link that the office has sent them. */
export async function openAs({ school, url }: RunningDemo, browser: Browser, personId: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en',
    timezoneId: 'Europe/Berlin',
    permissions: ['camera', 'microphone'],
  });
  const page = await context.newPage();
  await page.goto(`${url}${await createLink(school.school, personId)}`);
  return page;
}
