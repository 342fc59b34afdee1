import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serveEchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import { collectProblems } from '../support/collectProblems.js';
import { expectPage } from '../support/expectPage.js';
import { findViolations } from '../support/findViolations.js';
import { openOwnChromium, openSharedChromium } from '../support/openBrowser.js';
import { withoutUnknownFeatures } from '../support/withoutUnknownFeatures.js';

const demos: ChildProcess[] = [];

/** Runs exactly what `npm start` runs, until it prints the URL to open. */
async function start(...options: string[]): Promise<string> {
  const demo = spawn('npx', ['tsx', 'scripts/start.ts', '--port', '0', ...options], { detached: true });
  demos.push(demo);
  return new Promise<string>((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /Open\s+(http\S+)/.exec(output);
      if (found?.[1]) resolve(found[1]);
    };
    demo.stdout?.on('data', listen);
    demo.stderr?.on('data', listen);
    demo.once('exit', () => reject(new Error(`the demo did not start: ${output}`)));
  });
}

let url: string;
let browser: Browser;
beforeAll(async () => {
  [url, browser] = await Promise.all([start(), openSharedChromium()]);
});
afterAll(async () => {
  await browser.close();
  for (const { pid } of demos) if (pid) process.kill(-pid, 'SIGTERM');
});

async function open(path = '', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(new URL(path, url).href);
  return page;
}

const room = (page: Page): FrameLocator => page.frameLocator('iframe');
const status = (page: Page) => page.locator('header').getByRole('status');
const command = (page: Page, name: string) =>
  page.getByRole('group', { name: /.+/ }).getByRole('button', { name, exact: true });

/** Joins, under the name that the page has passed on, or under another. */
async function join(page: Page, name?: string): Promise<void> {
  await room(page).getByRole('button', { name: 'Join without them' }).click();
  if (name) await room(page).getByRole('textbox').fill(name);
  await room(page).getByRole('button', { name: /^join/i }).first().click();
  await expectPage(status(page)).toContainText('In the meeting');
}

/** Opens a meeting as `role`, under a name. */
async function openMeeting(name: string, { role = 'Host', options = {} as BrowserContextOptions } = {}): Promise<Page> {
  const page = await open('', options);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  await page.getByRole('button', { name: 'Open meeting' }).click();
  return page;
}

async function followLink(host: Page, role: 'guest' | 'viewer', name: string): Promise<Page> {
  const link = await host.getByRole('link', { name: `Open as a ${role}` }).getAttribute('href');
  const page = await open(link ?? '');
  await join(page, name);
  return page;
}

test('the demo lets a host open a meeting and a guest follow the link, and shows who came', async () => {
  const host = await openMeeting('Ada Lovelace');
  const problems = collectProblems(host);
  await expectPage(host.getByText('Nobody has come yet.')).toHaveCount(2);
  await join(host);
  await expectPage(status(host)).toContainText('Host');

  const guest = await followLink(host, 'guest', 'Grace Hopper');
  await expectPage(status(guest)).toContainText('Guest');
  await expectPage(guest.getByRole('heading', { name: 'Invite' })).toHaveCount(0);
  await expectPage(host.getByRole('log')).toContainText('onParticipantJoin');
  const invite = host.getByRole('region', { name: 'Invite' });
  await expectPage(invite).toContainText('Grace Hopper');
  // Another by the same link is another person.
  await followLink(host, 'guest', 'Katherine');
  await expectPage(invite).toContainText('Grace Hopper, Katherine');

  await guest.getByRole('button', { name: 'Leave', exact: true }).click();
  await expectPage(status(guest)).toContainText('You left');
  await expectPage(invite).toContainText('Grace Hopper (left), Katherine');
  await guest.getByRole('button', { name: 'Join again' }).click();
  await join(guest, 'Grace Hopper');

  const story = host.getByRole('region', { name: 'Who was there' });
  await expectPage(story).toContainText(/3 people, 3 at once from .+ together/);
  const grace = story.getByRole('listitem').filter({ hasText: 'Grace Hopper' });
  await expectPage(grace).toContainText('Guest');
  await expectPage(grace).toContainText('still here');
  await expectPage(grace).toContainText('in 2 parts');
  await expectPage(grace.locator('.stay')).toHaveCount(2);
  await expectPage(story.getByRole('listitem').filter({ hasText: 'Ada Lovelace' })).toContainText('still here');
  await expectPage(story).toBeInViewport({ ratio: 1 });
  if (process.env['DEMO_PICTURE']) await host.screenshot({ path: process.env['DEMO_PICTURE'] });

  await host.getByRole('button', { name: 'End meeting for everyone' }).click();
  await expectPage(status(host)).toContainText('The meeting is over');
  await expectPage(status(guest)).toContainText('The meeting is over');
  await expectPage(host.getByRole('button', { name: 'Join again' })).toHaveCount(0);
  expect(await withoutUnknownFeatures(host, problems)).toEqual([]);
});

test('the demo’s commands show what is on, what is not possible, and what only hosts may do', async () => {
  const host = await openMeeting('Ada');
  await expectPage(command(host, 'Chat')).toBeDisabled();
  await expectPage(command(host, 'Leave')).toBeDisabled();
  await join(host);
  await command(host, 'Chat').click();
  await expectPage(command(host, 'Chat')).toHaveAttribute('aria-pressed', 'true');
  await expectPage(room(host).getByRole('textbox', { name: 'Message' })).toBeVisible();
  await command(host, 'Record').click();
  await expectPage(command(host, 'Record')).toHaveAttribute('aria-pressed', 'true');
  await expectPage(status(host)).toContainText('being recorded');
  await command(host, 'Record').click();
  await expectPage(command(host, 'Record')).toHaveAttribute('aria-pressed', 'false');

  const log = host.getByRole('log');
  await host.getByLabel('Which events').selectOption('onRecordingStatusChange');
  await expectPage(log.getByRole('listitem').first()).toContainText('{ "status": "stopped" }');
  await expectPage(log).not.toContainText('onChatToggle');
  await host.getByRole('button', { name: 'Clear' }).click();
  await expectPage(log.getByRole('listitem')).toHaveCount(0);

  const viewer = await openMeeting('Kim', { role: 'Viewer' });
  await expectPage(status(viewer)).toContainText('Viewer');
  await expectPage(command(viewer, 'Chat')).toBeVisible();
  await expectPage(command(viewer, 'Record')).toHaveCount(0);
});

test('the demo copies the link that one sends', async () => {
  const host = await openMeeting('Ada', { options: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await host.getByRole('button', { name: 'Copy link for a guest' }).click();
  await expectPage(host.getByRole('button', { name: 'Copied for a guest' })).toBeVisible();
  const copied = await host.evaluate(() => navigator.clipboard.readText());
  const link = await host.getByRole('link', { name: 'Open as a guest' }).getAttribute('href');
  expect(copied).toBe(link);
  expect(copied).toContain(url);
});

test('the demo is used with the keyboard alone', async () => {
  const page = await open();
  await expectPage(page.getByLabel('Your name')).toBeVisible();
  await page.keyboard.press('Tab');
  await expectPage(page.getByLabel('Your name')).toBeFocused();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expectPage(page.getByRole('radio', { name: /^Host/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await join(page);
  await command(page, 'People').focus();
  await page.keyboard.press('Space');
  await expectPage(command(page, 'People')).toHaveAttribute('aria-pressed', 'true');
  await expectPage(command(page, 'People')).toBeFocused();
  await command(page, 'Leave').focus();
  await page.keyboard.press('Enter');
  await expectPage(status(page)).toContainText('You left');
});

describe('the demo says what is wrong, in the place of a meeting', () => {
  test('if the room is refused', async () => {
    const page = await open('?room=https://evil.example/a');
    await expectPage(page.getByText('This link does not lead to a meeting.')).toBeVisible();
    await expectPage(status(page)).toContainText('No meeting');
    await expectPage(page.locator('iframe')).toHaveCount(0);
    await expectPage(page.getByRole('log')).toContainText('ROOM_HOST_REFUSED');
  });

  test('if the room does not respond', async () => {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(new URL('?room=http://localhost:1/nobody', url).href);
    await expectPage(page.locator('iframe')).toHaveCount(1);
    await page.clock.runFor(16_000);
    await expectPage(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expectPage(status(page)).toContainText('No meeting');
  });

  test.each(['?meeting=unknown', '?meeting=unknown&invite=guessed'])('if %s is not for this person', async (path) => {
    const page = await open(path);
    await expectPage(page.getByText('You cannot join this meeting.')).toBeVisible();
    await expectPage(page.getByRole('region', { name: 'Invite' })).toHaveCount(0);
  });

  test.each(['?meting=abc', '?meeting='])('if the link is mistyped: %s', async (path) => {
    const page = await open(path);
    await expectPage(page.getByRole('alert')).toContainText(/meting|meeting/);
    await expectPage(page.getByRole('button', { name: 'Open meeting' })).toBeVisible();
  });
});

test('the demo has no axe violations in light and dark, and fits', async () => {
  const expectFine = async (page: Page) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page)).toEqual([]);
    }
    for (const width of [320, 375, 768, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    expect(await findViolations(page)).toEqual([]);
  };
  const page = await open('?room=https://evil.example/a');
  await expectPage(page.getByText('This link does not lead to a meeting.')).toBeVisible();
  await expectFine(page);
  await page.goto(new URL('?meting=abc', url).href);
  await expectPage(page.getByRole('alert')).toBeVisible();
  await expectFine(page);
  await page.getByLabel('Your name').fill('A name that is as long as a name of a person can be, and more');
  await page.getByRole('button', { name: 'Open meeting' }).click();
  await expectPage(command(page, 'Knock')).toBeEnabled();
  await expectFine(page);
  await join(page);
  await command(page, 'Chat').click();
  await expectPage(command(page, 'Chat')).toHaveAttribute('aria-pressed', 'true');
  await expectPage(page.getByRole('region', { name: 'Who was there' })).toContainText('still here');
  await expectFine(page);
  await command(page, 'Leave').click();
  await expectPage(page.getByRole('button', { name: 'Join again' })).toBeVisible();
  await expectFine(page);
});

test('the demo embeds the room it is given, and requests nothing else', async () => {
  const rooms = await serveEchoRooms();
  try {
    const given = await start('--room', 'https://acme.whereby.com/your-room?roomKey=a%2Bb');
    const own = await openOwnChromium({ roomsPort: rooms.port });
    onTestFinished(() => own.close());
    const page = await (await own.newContext({ ignoreHTTPSErrors: true })).newPage();
    const problems = collectProblems(page);
    await page.goto(new URL('/', given).href);
    expect(page.url()).toBe(given);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame?.waitForLoadState();
    expect(frame?.url()).toMatch(/^https:\/\/acme\.whereby\.com\/your-room\?roomKey=a%2Bb&/);
    await expectPage(command(page, 'End meeting for everyone')).toBeVisible();
    expect(rooms.countRequests('/your-room')).toBe(1);
    expect(await withoutUnknownFeatures(page, problems)).toEqual([]);
  } finally {
    await rooms.close();
  }
});
