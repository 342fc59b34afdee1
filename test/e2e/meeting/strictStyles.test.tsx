import type { Page } from 'playwright';
import { renderToString } from 'react-dom/server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SurroundedMeeting } from '../pages/support/SurroundedMeeting.js';
import type { Surroundings } from '../pages/support/SurroundedMeeting.js';
import { openSurroundings } from './support/openSurroundings.js';
import type { SurroundedPage } from './support/openSurroundings.js';

let stage: Awaited<ReturnType<typeof openSurroundings>>;
let app: SurroundedPage;

beforeAll(async () => {
  stage = await openSurroundings();
});
afterAll(() => stage.close());
afterEach(() => app.page.context().close());

const strict = {
  'content-security-policy': "default-src 'self'; img-src data:; style-src 'nonce-abc'; frame-src https:",
};

const render = (surroundings: Surroundings) =>
  `<div id="root" data-surroundings="${JSON.stringify(surroundings).replaceAll('"', '&quot;')}">${renderToString(
    <SurroundedMeeting {...surroundings} />,
  )}</div>`;

/** Where everything is that is shown, to the pixel. */
const measure = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => !element.matches('script,style') && element.checkVisibility())
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.localName} ${[x, y, width, height].map(Math.round).join(' ')}`;
      }),
  );

const cases: readonly [string, Surroundings][] = [
  ['a persistent meeting', {}],
  ['a meeting', { persist: false }],
  ['a room that is being requested', { persist: false, room: { status: 'loading' } }],
  ['a room that could not be requested', { persist: false, room: { status: 'error' } }],
  ['a refused room', { persist: false, room: 'https://rooms.example/room' }],
  ['a persistent meeting in a refused room', { room: 'https://rooms.example/room' }],
];

describe.each(['server', 'browser'])('a page rendered in the %s', (where) => {
  const open = async (surroundings: Surroundings, headers: Record<string, string>) => {
    app = await stage.open('', surroundings, { html: where === 'server' ? render(surroundings) : '', headers });
    await app.page.waitForFunction(() => document.querySelector('.pane > *')?.shadowRoot);
  };

  test.each(cases)(
    'shows %s the same with a strict style-src as without one, and violates nothing',
    async (_what, given) => {
      await open(given, {});
      const expected = await measure(app.page);
      await app.page.context().close();
      await open(given, strict);
      await expect.poll(() => measure(app.page)).toEqual(expected);
      expect(app.problems.filter((problem) => /style|hydrat/i.test(problem))).toEqual([]);
    },
  );
});

test('the server writes no style attribute', () => {
  for (const [, surroundings] of cases) expect(render(surroundings)).not.toMatch(/<[^>]* style=/);
});

test('the floating window violates nothing', async () => {
  app = await stage.open('', {}, { html: render({}), headers: strict });
  await app.join();
  await app.surround({ hasOutlet: false });
  await app.page.getByRole('button', { name: 'Minimise' }).click();
  await app.page.getByRole('button', { name: 'Restore' }).click();
  await app.page.getByRole('button', { name: 'Move' }).press('ArrowLeft');
  await app.surround({ dialogs: ['one'] });
  await expect.poll(() => app.page.locator('dialog iframe').count()).toBe(1);
  expect(await app.page.locator('iframe').evaluate((frame: HTMLIFrameElement) => frame.offsetHeight)).toBe(256);
  expect(app.problems.filter((problem) => problem.includes('style'))).toEqual([]);
});
