import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright';
import type { RoomsErrorBody } from 'react-whereby-embed/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../examples/school/shared/api.js';
import { expectPage } from '../e2e/support/expectPage.js';
import { openOwnChromium } from '../e2e/support/openBrowser.js';
import { answeredAt, answers, viewers } from './support/answers.js';
import { servePages } from './support/servePages.js';

/** Where pictures of all pages are written, to be looked at: `SCHOOL_PICTURES=folder`. */
const pictures = process.env['SCHOOL_PICTURES'];
const widths = pictures ? [375, 768, 1440] : [375, 1440];

let pages: Awaited<ReturnType<typeof servePages>>;
let browser: Browser;
let axe: string;
beforeAll(async () => {
  [pages, browser, axe] = await Promise.all([
    servePages(),
    openOwnChromium(),
    readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  ]);
  if (pictures) await mkdir(pictures, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

interface Screen {
  readonly path: string;
  /** Nobody is signed in without it. */
  readonly person?: Person;
  /** What is there when the page is ready. */
  readonly heading: string | RegExp;
  readonly reach?: (page: Page) => Promise<void>;
  /** What the server answers in place of the usual. */
  readonly instead?: Readonly<Record<string, unknown>>;
  /** What the server refuses the room URL with. */
  readonly refusal?: RoomsErrorBody['error'];
  /** The page's policy has been tightened, and refuses rooms. */
  readonly refusesRooms?: boolean;
}

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click();
const { nora, tom, mia, leo } = viewers;

const goIn = async (page: Page) => {
  await press('Go in')(page);
  await expectPage(page.getByRole('button', { name: 'Agree and go in' })).toBeVisible();
};
const room = 'https://acme.whereby.com/lesson-piano';
const meeting = {
  url: room,
  meetingId: '1',
  role: 'visitor',
  startDate: '2026-11-28T15:00:00Z',
  endDate: '2099-01-01T00:00:00Z',
};

const screens: Readonly<Record<string, Screen>> = {
  'sign in': { path: '/', heading: 'Open your link' },
  'link used': { path: '/?problem=used', heading: 'This link was used before' },
  'someone else': { path: '/?problem=signed-in', person: mia, heading: 'Hier ist jemand anders angemeldet' },
  bookings: { path: '/office/lessons', person: nora, heading: 'Lessons' },
  book: { path: '/office/lessons', person: nora, heading: 'Lessons', reach: press('Book a lesson') },
  cancel: { path: '/office/lessons', person: nora, heading: 'Lessons', reach: press('Cancel: Piano') },
  board: { path: '/office/board', person: nora, heading: 'Board' },
  timeline: { path: '/office/lessons/over', person: nora, heading: 'Singing' },
  reports: { path: '/office/reports', person: nora, heading: 'Reports' },
  recordings: { path: '/office/recordings', person: nora, heading: 'Recordings' },
  privacy: { path: '/office/privacy', person: nora, heading: 'Privacy' },
  'nothing booked': { path: '/office/lessons', person: nora, heading: 'Lessons', instead: { '/api/lessons': [] } },
  'not found': { path: '/nowhere', person: tom, heading: 'Nothing here' },
  'my lessons': { path: '/lessons', person: mia, heading: 'Meine Stunden' },
  'waiting room': { path: '/lessons/piano', person: leo, heading: 'Piano' },
  early: { path: '/lessons/early', person: mia, heading: 'Violin' },
  late: { path: '/lessons/late', person: leo, heading: /^Cello/ },
  cancelled: { path: '/lessons/cancelled', person: mia, heading: 'Diese Stunde wurde abgesagt' },
  over: { path: '/lessons/over', person: leo, heading: 'This lesson is over' },
  'devices work': {
    path: '/lessons/piano',
    person: leo,
    heading: 'Piano',
    reach: async (page) => {
      await press('Check them')(page);
      await expectPage(page.locator('video')).toBeVisible();
    },
  },
  consent: { path: '/lessons/piano', person: tom, heading: 'Piano', reach: goIn },
  moved: {
    path: '/lessons/piano',
    person: mia,
    heading: 'Piano',
    reach: async (page) => {
      await press('Hineingehen')(page);
      await expectPage(page.getByRole('heading', { name: 'Die Stunde ist noch nicht offen.' })).toBeVisible();
      await expectPage(page.getByText('Hinein können Sie ab 1. Jan. 2099, 11:00.')).toBeVisible();
    },
    refusal: {
      code: 'NOT_ALLOWED',
      message: 'Too early.',
      reason: 'LESSON_TOO_EARLY',
      retryAt: '2099-01-01T10:00:00.000Z',
    },
  },
  'no room': {
    path: '/lessons/piano',
    person: leo,
    heading: 'Piano',
    reach: async (page) => {
      await press('Go in')(page);
      await expectPage(page.getByRole('alert')).toBeVisible();
    },
    instead: { '/api/meetings/piano': undefined },
  },
  blocked: {
    path: '/lessons/piano',
    person: mia,
    heading: 'Piano',
    reach: async (page) => {
      await press('Hineingehen')(page);
      await press('Einverstanden, hinein')(page);
      await expectPage(page.getByRole('alert').getByRole('link', { name: 'In einem neuen Tab öffnen' })).toBeVisible();
      await expectPage(page.getByText('For developers')).toHaveCount(0);
    },
    instead: { '/api/lessons/piano/consent': {} },
    refusesRooms: true,
  },
  left: { path: '/lessons/piano/goodbye/left', person: leo, heading: 'Piano' },
  removed: { path: '/lessons/piano/goodbye/removed', person: mia, heading: 'Piano' },
  'sheet music': { path: '/lessons/piano/sheet', person: leo, heading: 'Sheet music' },
};

async function visit({ path, person, heading, reach, instead, refusal, refusesRooms }: Screen) {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'en',
    timezoneId: 'Europe/Berlin',
    permissions: ['camera', 'microphone'],
  });
  const page = await context.newPage();
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refusals.push(message.text());
  });
  await page.clock.setFixedTime(answeredAt);
  const all: Readonly<Record<string, unknown>> = {
    ...answers,
    '/api/me': person,
    '/api/meetings/piano': meeting,
    ...instead,
  };
  await page.route('**/api/**', (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = all[pathname];
    if (pathname === '/api/board')
      return route.fulfill({
        contentType: 'text/event-stream',
        body: `retry: 3600000\nevent: board\ndata: ${JSON.stringify(answer)}\n\n`,
      });
    if (refusal && pathname === '/api/meetings/piano') return route.fulfill({ status: 403, json: { error: refusal } });
    if (answer !== undefined) return route.fulfill({ json: answer });
    const code = pathname === '/api/me' ? 'SIGN_IN_REQUIRED' : 'NOT_FOUND';
    return route.fulfill({ status: code === 'NOT_FOUND' ? 404 : 401, json: { error: { code, message: code } } });
  });
  const url = new URL(path, pages.url).href;
  if (refusesRooms)
    await page.route(url, async (route) => {
      const response = await route.fetch();
      const policy = response.headers()['content-security-policy']!.replace(/frame-src [^;]+/, "frame-src 'none'");
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
  await page.goto(url);
  await expectPage(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expectPage(page.locator('.loading')).toHaveCount(0);
  await reach?.(page);
  await page.evaluate(axe);
  return { page, refusals, close: () => context.close() };
}

/** What axe finds. Colours are all that another theme changes. */
async function findViolations(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(options),
    { resultTypes: ['violations'], ...(scheme === 'dark' && { runOnly: ['color-contrast'] }) },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

it.each(Object.entries(screens))(
  'is accessible and fits, narrow and wide, light and dark: %s',
  async (name, screen) => {
    const { page, refusals, close } = await visit(screen);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBe(width);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        if (pictures)
          await page.screenshot({
            path: `${pictures}/${name.replaceAll(' ', '-')}-${width}-${colorScheme}.png`,
            fullPage: true,
          });
        expect.soft(await findViolations(page, colorScheme), `${width} ${colorScheme}`).toEqual([]);
      }
    }
    expect(refusals).toHaveLength(screen.refusesRooms ? 1 : 0);
    await close();
  },
);
