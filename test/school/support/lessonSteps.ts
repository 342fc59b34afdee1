import { expectPage } from '../../e2e/support/expectPage.js';
import type { FrameLocator, Page } from 'playwright';
import { toZonedTime } from '../../../examples/school/web/time/zonedTime.js';

export const zone = 'Europe/Berlin';

export const roomOf = (page: Page): FrameLocator => page.frameLocator('iframe');
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

export const english = { enter: 'Go in', agree: 'Agree and go in', withDevices: 'Continue' };
export const german = { enter: 'Hineingehen', agree: 'Einverstanden, hinein', withDevices: 'Weiter' };

/** The office books a violin lesson of half an hour with Tom Hale. */
export async function bookViolin(office: Page, startsAt: string, others: readonly string[]): Promise<void> {
  await press(office, 'Book a lesson');
  const form = office.getByRole('dialog');
  await form.getByLabel('Title').fill('Violin');
  await form.getByLabel('Begins').fill(toZonedTime(startsAt, zone));
  await form.getByLabel('Minutes').fill('30');
  await form.getByLabel('Teacher').selectOption({ label: 'Tom Hale' });
  for (const name of others) await form.getByLabel(name).check();
  await form.getByRole('button', { name: 'Book a lesson' }).click();
  await expectPage(office.getByText('The lesson is booked.')).toBeVisible();
}

/** From the list of lessons to the room: past the waiting room, the question whether it may be recorded, and the devices. */
export async function goIn(page: Page, texts: typeof english): Promise<void> {
  await page.getByRole('link', { name: /Violin/ }).click();
  await press(page, texts.enter);
  await press(page, texts.agree);
  await roomOf(page).getByRole('button', { name: texts.withDevices }).click();
}

/** The CSV of the month in which a lesson begins, as the office downloads it from the page of reports. */
export async function downloadMonth(office: Page, startsAt: string): Promise<string> {
  await office.getByRole('link', { name: 'Reports' }).click();
  await office.getByLabel('Month').fill(toZonedTime(startsAt, zone).slice(0, 7));
  const [download] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('link', { name: 'Download the month as CSV' }).click(),
  ]);
  const parts: Buffer[] = await (await download.createReadStream()).toArray();
  return Buffer.concat(parts).toString();
}
