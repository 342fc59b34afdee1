import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { RunningDemo } from '../../examples/school/server/demo/startDemo.js';
import { expectPage } from '../e2e/support/expectPage.js';
import { bookViolin, downloadMonth, english, goIn, press, roomOf } from './support/lessonSteps.js';
import { openAs } from './support/openAs.js';
import { startDemoInBrowser } from './support/startDemoInBrowser.js';
import type { DemoInBrowser } from './support/startDemoInBrowser.js';

const minute = 60_000;

/** The school of `npm run school -- --two`, whose second process has no clock but the real one. */
describe.skipIf(!inject('postgres'))('two backend processes on one PostgreSQL', () => {
  let started: DemoInBrowser | undefined;
  let demo: RunningDemo;
  let browser: Browser;

  beforeAll(async () => {
    started = await startDemoInBrowser(true);
    ({ demo, browser } = started);
  });
  afterAll(() => started?.stop());

  /** The office in a browser of its own, with the board that one process serves. */
  async function openBoard(port: number): Promise<Page> {
    const office = await openAs(demo, browser, 'office');
    await office.route('**/api/board', (route) => route.continue({ url: `http://localhost:${port}/api/board` }));
    await office.getByRole('link', { name: 'Board' }).click();
    return office;
  }

  it('are one school: booked, taught and reported, whichever process is asked', async () => {
    const { backends } = demo;
    expect(new Set(backends).size).toBe(2);
    const lessonStart = new Date(Math.ceil(Date.now() / minute) * minute + 10 * minute).toISOString();

    const office = await openAs(demo, browser, 'office');
    await bookViolin(office, lessonStart, ['Leo Marsh']);
    const boards = await Promise.all(backends.map(openBoard));
    const cards = boards.map((board) => board.getByRole('region', { name: 'Violin' }));
    const expectOnBoards = async (find: (card: Locator) => Locator) => {
      for (const card of cards) await expectPage(find(card)).toBeVisible();
    };
    await expectOnBoards((card) => card.getByText('0 of 2 there'));

    const tom = await openAs(demo, browser, 'tom');
    await goIn(tom, english);
    await roomOf(tom).getByRole('button', { name: 'Join', exact: true }).click();
    await expectOnBoards((card) => card.getByText('1 of 2 there'));

    const leo = await openAs(demo, browser, 'leo');
    await goIn(leo, english);
    await roomOf(leo).getByRole('button', { name: 'Knock', exact: true }).click();
    await expectOnBoards((card) => card.getByText('Knocks'));
    await expectPage(tom.getByRole('region', { name: 'Someone knocks' })).toContainText('Leo Marsh');
    await roomOf(tom).getByRole('button', { name: 'Let in' }).click();
    await expectOnBoards((card) => card.getByText('2 of 2 there'));

    await press(leo, 'Raise hand');
    await expectPage(tom.getByText('Hand raised')).toBeVisible();

    await press(leo, 'Leave');
    await expectPage(leo.getByText('You have left the meeting.')).toBeVisible();
    await expectOnBoards((card) => card.getByText('1 of 2 there'));
    await press(tom, 'End for all');
    await expectPage(tom).toHaveURL(/goodbye\/ended$/);
    await expectOnBoards((card) => card.getByText('0 of 2 there'));

    await boards[0]!.getByRole('region', { name: 'Violin' }).getByRole('link', { name: 'Violin' }).click();
    const stays = boards[0]!.getByRole('region', { name: 'Stays' }).locator('tbody tr');
    await expectPage(stays.locator('th')).toHaveText(['Tom Hale', 'Leo Marsh']);

    const csv = await downloadMonth(office, lessonStart);
    const rows = csv.trim().split(/\r?\n/).slice(1);
    expect(rows).toEqual([
      expect.stringContaining('Tom Hale,tom,teacher'),
      expect.stringContaining('Leo Marsh,leo,student'),
    ]);
    // Both processes read the same rows, and each event became one, whichever of them was called.
    const link = office.getByRole('link', { name: 'Download the month as CSV' });
    const path = new URL((await link.getAttribute('href'))!, demo.url);
    for (const port of backends) {
      const answer = await office.request.get(`http://localhost:${port}${path.pathname}${path.search}`);
      expect(await answer.text()).toBe(csv);
    }
    const lessonId = boards[0]!.url().split('/').at(-1)!;
    const events = await demo.school.school.database
      .selectFrom('lesson_events')
      .select('type')
      .where('lesson_id', '=', lessonId)
      .where('type', 'like', 'room.client.%')
      .execute();
    expect(events.map(({ type }) => type).sort()).toEqual([
      'room.client.joined',
      'room.client.joined',
      'room.client.knocked',
      'room.client.left',
      'room.client.left',
    ]);
  });
});
