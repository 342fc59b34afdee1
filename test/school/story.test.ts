import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningDemo } from '../../examples/school/server/demo/startDemo.js';
import { expectPage } from '../e2e/support/expectPage.js';
import { bookViolin, downloadMonth, english, german, goIn, press, roomOf, zone } from './support/lessonSteps.js';
import { openAs } from './support/openAs.js';
import { startDemoInBrowser } from './support/startDemoInBrowser.js';
import type { DemoInBrowser } from './support/startDemoInBrowser.js';
import { tabTo } from './support/tabTo.js';

let started: DemoInBrowser | undefined;
let demo: RunningDemo;
let browser: Browser;

beforeAll(async () => {
  started = await startDemoInBrowser(false);
  ({ demo, browser } = started);
});
afterAll(() => started?.stop());

const minute = 60_000;

it('is lived in: booked, taught, recorded, and reported to the second', async () => {
  const { clock } = demo.sandbox!;
  const start = Math.ceil(Date.now() / minute) * minute;
  clock.freeze(start);
  const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
  const moveTo = (seconds: number) => clock.advance(start + seconds * 1000 - clock.now());
  const lessonStart = at(10 * 60);

  const office = await openAs(demo, browser, 'office');
  await bookViolin(office, lessonStart, ['Leo Marsh', 'Eva Lind']);
  await office.getByRole('link', { name: 'Board' }).click();
  const card = office.getByRole('region', { name: 'Violin' });
  await expectPage(card.getByText('0 of 3 there')).toBeVisible();

  const tom = await openAs(demo, browser, 'tom');
  await goIn(tom, english);
  await roomOf(tom).getByRole('button', { name: 'Join', exact: true }).click();
  await expectPage(card.getByText('1 of 3 there')).toBeVisible();

  moveTo(60);
  const leo = await openAs(demo, browser, 'leo');
  await goIn(leo, english);
  await roomOf(leo).getByRole('button', { name: 'Knock', exact: true }).click();
  await expectPage(leo.getByText('The teacher knows that you are here.')).toBeVisible();
  await expectPage(card.getByText('Knocks')).toBeVisible();
  await expectPage(tom.getByRole('region', { name: 'Someone knocks' })).toContainText('Leo Marsh');
  await expectPage(tom).toHaveTitle(/^\(1\) /);
  moveTo(90);
  await roomOf(tom).getByRole('button', { name: 'Let in' }).click();
  await expectPage(card.getByText('2 of 3 there')).toBeVisible();
  await expectPage(tom).toHaveTitle(/^Violin/);

  moveTo(120);
  const eva = await openAs(demo, browser, 'eva');
  await goIn(eva, german);
  await roomOf(eva).getByRole('button', { name: 'Anklopfen', exact: true }).click();
  await roomOf(tom).getByRole('button', { name: 'Let in' }).click();
  await expectPage(card.getByText('3 of 3 there')).toBeVisible();
  // She listens: her preset has neither chat nor recording.
  await expectPage(eva.getByRole('group', { name: 'Bedienung der Stunde' }).getByRole('button')).toHaveText([
    'Mikrofon',
    'Kamera',
    'Bildschirm',
    'Melden',
    'Verlassen',
  ]);

  moveTo(180);
  await press(tom, 'Record');
  // It takes the service a moment, and its clock stands still.
  await expect.poll(() => JSON.stringify(demo.sandbox!.snapshot().world)).toContain('"recordingState":"starting"');
  moveTo(200);
  for (const page of [tom, leo]) await expectPage(page.getByText('This lesson is being recorded')).toBeVisible();

  await press(leo, 'Raise hand');
  await expectPage(tom.getByText('Hand raised')).toBeVisible();

  await leo.getByRole('link', { name: 'Sheet music' }).click();
  await expectPage(leo.locator('[data-whereby-meeting=float]')).toBeVisible();
  await expectPage(leo.getByRole('img', { name: 'Ode to Joy, 1' })).toBeVisible();
  await press(leo, 'Back to the lesson');
  await expectPage(leo.locator('[data-whereby-meeting=docked]')).toBeVisible();
  await expectPage(card.getByText('3 of 3 there')).toBeVisible();

  moveTo(25 * 60);
  await press(leo, 'Leave');
  await expectPage(leo.getByText('You have left the meeting.')).toBeVisible();
  await leo.getByLabel('Very good').check();
  await press(leo, 'Send');
  await expectPage(leo.getByText('Thank you. The office reads it.')).toBeVisible();
  await expectPage(card.getByText('2 of 3 there')).toBeVisible();

  moveTo(26 * 60);
  await press(tom, 'Record');
  await expectPage(tom.getByText('Everyone has agreed to a recording.')).toBeVisible();
  moveTo(27 * 60);
  await press(tom, 'End for all');
  await expectPage(tom).toHaveURL(/goodbye\/ended$/);
  await expectPage(eva).toHaveURL(/goodbye\/ended$/);

  const stays = [
    ['Tom Hale', 'Teacher', at(0), at(27 * 60), '27'],
    ['Leo Marsh', 'Student', at(90), at(25 * 60), '24'],
    ['Eva Lind', 'Parent', at(120), at(27 * 60), '25'],
  ];
  await card.getByRole('link', { name: 'Violin' }).click();
  const rows = office.getByRole('region', { name: 'Stays' }).locator('tbody tr');
  await expectPage(rows.locator('td:last-child')).toHaveText(stays.map(([, , , , minutes]) => minutes!));
  const shown = await rows.evaluateAll((all) =>
    all.map((row) => [
      row.querySelector('th')?.textContent,
      row.querySelector('td')?.textContent,
      ...[...row.querySelectorAll('time')].map(({ dateTime }) => dateTime),
      row.querySelector('td:last-child')?.textContent,
    ]),
  );
  expect(shown).toEqual(stays);

  const lines = await downloadMonth(office, lessonStart);
  const local = (iso: string) => new Date(iso).toLocaleString('sv-SE', { timeZone: zone });
  for (const [name, role, from, to, minutes] of stays)
    expect(lines).toContain(
      [
        name,
        { 'Tom Hale': 'tom', 'Leo Marsh': 'leo', 'Eva Lind': 'eva' }[name!],
        role!.toLowerCase(),
        local(from!),
        local(to!),
        minutes,
      ].join(','),
    );

  await office.getByRole('link', { name: 'Recordings' }).click();
  const recording = office.getByRole('listitem').filter({ hasText: 'Violin' });
  await expectPage(recording.getByText('Stored', { exact: true })).toBeVisible();
  const answer = await office.request.get(`${demo.url}/api/recordings`);
  expect(await answer.json()).toMatchObject([{ state: 'stored', storedAt: at(27 * 60) }]);
});

it('can be done with the keyboard alone: from the list of lessons through the call to the question how it was', async () => {
  const page = await openAs(demo, browser, 'anna');
  const pressOn = async (name: string, key = 'Enter') => {
    await tabTo(page, name);
    await page.keyboard.press(key);
  };
  await expectPage(page.getByRole('link', { name: /Piano/ })).toBeVisible();
  await pressOn(
    await page
      .getByRole('link', { name: /Piano/ })
      .innerText()
      .then((text) => text.slice(0, 5)),
  );
  await expectPage(page.getByRole('button', { name: 'Hineingehen' })).toBeVisible();
  await pressOn('Hineingehen');
  await expectPage(page.getByRole('button', { name: german.agree })).toBeVisible();
  await pressOn(german.agree);
  await expectPage(roomOf(page).getByRole('button', { name: german.withDevices })).toBeVisible();
  await pressOn(german.withDevices);
  await expectPage(roomOf(page).getByRole('button', { name: 'Beitreten', exact: true })).toBeVisible();
  await pressOn('Beitreten');
  await expectPage(page.getByRole('button', { name: 'Mikrofon' })).toBeVisible();
  await pressOn('Mikrofon', 'Space');
  await expectPage(page.getByRole('button', { name: 'Mikrofon' })).toHaveAttribute('aria-pressed', /true|false/);
  await pressOn('Noten');
  await expectPage(page.locator('[data-whereby-meeting=float]')).toBeVisible();
  await pressOn('Zur Stunde');
  await expectPage(page.locator('[data-whereby-meeting=docked]')).toBeVisible();
  await pressOn('Verlassen');
  await expectPage(page.getByText('Wie war die Stunde?')).toBeVisible();
  await tabTo(page, 'Schlecht');
  await page.keyboard.press('ArrowUp');
  await expectPage(page.getByLabel('Sehr gut')).toBeChecked();
  await pressOn('Absenden');
  await expectPage(page.getByText('Danke. Das Büro liest es.')).toBeVisible();
});
