import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../../src/sandbox/index.js';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { expectPage } from '../support/expectPage.js';
import { findViolations } from '../support/findViolations.js';
import { openSharedChromium } from '../support/openBrowser.js';

let browser: Browser;
let sandbox: Sandbox;
beforeAll(async () => {
  browser = await openSharedChromium();
  sandbox = await startSandbox({
    seed: {
      meetings: [
        { roomName: 'demo', people: [{ displayName: 'Ada', role: 'host' }], knocking: [{ displayName: 'Kim' }] },
      ],
    },
  });
  // Its own API is a receiver that refuses, and says why.
  sandbox.webhooks.addEndpoint(`${sandbox.apiUrl}/nowhere`);
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

async function open(options: BrowserContextOptions = {}, path = '/'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(sandbox.url + path);
  return page;
}

const withoutScripts = { javaScriptEnabled: false };
const seedForm = (page: Page) => page.locator('form', { has: page.getByLabel('Meetings and people, as JSON') });

async function refuseSeed(page: Page): Promise<void> {
  await seedForm(page).getByRole('textbox').fill('{ "meetings":');
  await seedForm(page).getByRole('button').click();
  await expectPage(seedForm(page).getByRole('alert')).toBeVisible();
}

describe('the control page', () => {
  test.each([
    ['light', 1100],
    ['dark', 320],
  ] as const)(
    'has no axe violations and fits, %s at %i px, also when it asks or refuses',
    async (colorScheme, width) => {
      sandbox.trigger('room.client.joined', { roomName: '/demo' });
      sandbox.faults.add('rate-limited');
      await sandbox.webhooks.settled();
      const page = await open({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
      const expectFine = async () => {
        expect(await findViolations(page)).toEqual([]);
        for (const least of [375, 768, width]) {
          await page.setViewportSize({ width: least, height: 800 });
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(least);
        }
      };
      for (const summary of await page.locator('summary').all()) await summary.click();
      await expectFine();
      await page.getByRole('button', { name: 'Delete /demo…' }).click();
      await expectFine();
      await page.keyboard.press('Escape');
      await refuseSeed(page);
      await expectFine();
    },
  );

  test('works without scripts: people join, are let in and leave', async () => {
    const page = await open(withoutScripts);
    await page.getByRole('button', { name: 'Add a person to /demo' }).click();
    await page.getByRole('button', { name: 'Let in Kim at /demo' }).click();
    await page.getByRole('button', { name: 'Leave as Ada from /demo' }).click();
    await expectPage(page.getByRole('button', { name: 'Leave as Ada from /demo' })).toHaveCount(0);
    await expectPage(page.getByRole('button', { name: 'Leave as Guest from /demo' })).toBeVisible();
    const { state } = sandbox.world;
    const names = sandbox.world.findMeeting('demo')?.present.map((id) => state.stays[id]?.self.displayName);
    expect(names).toEqual(['Guest', 'Kim']);
  });

  test.each([
    ['with scripts', {}],
    ['without scripts', withoutScripts],
  ] as const)('says at its form what was refused, keeps what was typed, and has it in view, %s', async (_, options) => {
    const page = await open(options);
    await page.getByLabel('URL of an endpoint').fill('http://localhost:3000/kept');
    await refuseSeed(page);
    const typed = seedForm(page).getByRole('textbox');
    await expectPage(typed).toHaveValue('{ "meetings":');
    await expectPage(typed).toBeFocused();
    await expectPage(typed).toBeInViewport();
    await expectPage(typed).toHaveAccessibleDescription('Not done: the body must be a JSON object');
    await expectPage(page.getByRole('alert')).toHaveCount(1);
    await typed.fill('{ "meetings": [{ "roomName": "planted" }] }');
    await seedForm(page).getByRole('button').click();
    await expectPage(page.getByRole('heading', { name: '/planted' })).toBeVisible();
    await expectPage(page.getByRole('alert')).toHaveCount(0);
  });

  test('says at the section that something is gone in the meantime', async () => {
    const page = await open(withoutScripts);
    const [participantId = ''] = sandbox.world.findMeeting('demo')?.present ?? [];
    sandbox.world.leave(participantId);
    await page.getByRole('button', { name: 'Leave as Ada from /demo' }).click();
    const meetings = page.locator('section', { has: page.getByRole('heading', { name: 'Meetings', exact: true }) });
    await expectPage(meetings.getByRole('alert')).toHaveText('Not done: nobody with that id is in a room');
    await expectPage(meetings.getByRole('alert')).toBeInViewport();
  });

  test.each([
    ['with scripts', {}],
    ['without scripts', withoutScripts],
  ] as const)('asks before it deletes, with the keyboard alone, %s', async (_, options) => {
    const page = await open(options);
    const danger = page.getByRole('button', { name: 'Delete /demo…' });
    await danger.focus();
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog', { name: 'Delete /demo' });
    await expectPage(question).toContainText('1 person is removed from it');
    await expectPage(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expectPage(question).toBeHidden();
    await expectPage(danger).toBeFocused();
    expect(sandbox.world.findMeeting('demo')).toBeDefined();
    await page.keyboard.press('Enter');
    await expectPage(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expectPage(page.getByRole('heading', { name: '/demo' })).toHaveCount(0);
    expect(sandbox.world.findMeeting('demo')?.deletedAt ?? 'deleted').not.toBeNull();
  });

  test('shows deliveries as they happen, with body, response and attempts, and sends them again', async () => {
    const page = await open();
    const rows = page.locator('#delivery-rows > li');
    await expectPage(page.locator('#live')).toHaveText('live');
    await sandbox.webhooks.settled();
    const before = sandbox.webhooks.list().length;
    sandbox.webhooks.hold();
    const { id } = sandbox.trigger('recording.finished', { roomName: '/demo' });
    const row = rows.filter({ hasText: 'recording.finished' }).last();
    await expectPage(row).toContainText('held');
    await expectPage(rows).toHaveCount(before + 1);
    await row.locator('summary').click();
    await expectPage(row.getByRole('group', { name: 'Body' })).toContainText(id);
    await page.getByLabel('URL of an endpoint').fill('http://localhost:3000/half-typed');
    sandbox.webhooks.release();
    await expectPage(row).toContainText('1 attempt');
    await expectPage(row).toContainText('failed');
    // What was open stays open, what was typed stays typed.
    await expectPage(row.getByRole('group', { name: 'Response' })).toContainText('error');
    await expectPage(page.getByLabel('URL of an endpoint')).toHaveValue('http://localhost:3000/half-typed');
    await row.getByRole('button', { name: /^Send again/ }).click();
    await expectPage(rows.filter({ hasText: 'recording.finished' })).toHaveCount(2);
  });

  test('filters deliveries by event and state, without scripts too', async () => {
    sandbox.trigger('recording.finished', { roomName: '/demo' });
    sandbox.trigger('room.client.joined', { roomName: '/demo' });
    await sandbox.webhooks.settled();
    const page = await open(withoutScripts);
    const rows = page.locator('#delivery-rows > li');
    await page.getByRole('combobox', { name: 'Event', exact: true }).selectOption('recording.finished');
    await page.getByRole('button', { name: 'Filter' }).click();
    await expectPage(page.getByRole('link', { name: 'Show all' })).toBeVisible();
    await expectPage(rows).toHaveCount(1);
    await page.getByRole('combobox', { name: 'State', exact: true }).selectOption('delivered');
    await page.getByRole('button', { name: 'Filter' }).click();
    await expectPage(rows).toHaveCount(0);
    await page.getByRole('link', { name: 'Show all' }).click();
    await expectPage(rows.first()).toBeVisible();
  });

  test('copies addresses, keys and links', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    for (const [name, text] of [
      ['Copy the address of the REST API', sandbox.apiUrl],
      ['Copy the webhook secret', sandbox.webhookSecret],
      ['Copy the link for a host of /demo', sandbox.roomUrl('demo', 'host')],
    ] as const) {
      await page.getByRole('button', { name }).click();
      await expect.poll(copied).toBe(text);
    }
    await page.getByRole('button', { name: /^Copy as \.env/ }).click();
    await expect.poll(copied).toContain(`WHEREBY_API_KEY=${sandbox.apiKey}\n`);
    await expectPage(page.getByRole('status')).toHaveText('Copied');
  });
});
