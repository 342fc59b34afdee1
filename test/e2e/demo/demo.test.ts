import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Browser, FrameLocator, Page } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import { launch } from '../support/launch.js';
import { problemsOf } from '../support/problemsOf.js';
import { serveEchoRooms } from '../support/rooms.js';
import { withoutLacks } from '../support/unknownFeatures.js';

const demos: ChildProcess[] = [];
const browsers: Browser[] = [];

/** Exactly what `npm start` runs, until it says which address to open. */
async function start(...options: string[]): Promise<string> {
  const demo = spawn('npx', ['tsx', 'scripts/start.ts', '--port', '0', ...options], { detached: true });
  demos.push(demo);
  return new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Open\s+(http\S+)/.exec(said);
      if (found?.[1]) resolve(found[1]);
    };
    demo.stdout?.on('data', listen);
    demo.stderr?.on('data', listen);
    demo.once('exit', () => reject(new Error(`the demo did not start: ${said}`)));
  });
}

async function launched(port: number): Promise<Browser> {
  const browser = await launch(port);
  browsers.push(browser);
  return browser;
}

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  for (const { pid } of demos) if (pid) process.kill(-pid, 'SIGTERM');
});

const room = (page: Page): FrameLocator => page.frameLocator('iframe');

async function join(page: Page, name: string): Promise<void> {
  await room(page).getByRole('button', { name: 'Join without them' }).click();
  await room(page).getByRole('textbox').fill(name);
  await room(page).getByRole('button', { name: /join/i }).first().click();
  await expect.poll(() => page.getByRole('log').textContent(), { timeout: 20_000 }).toContain('join');
}

test('a host opens a meeting, a guest follows the link, both are in it, and the page shows who came', async () => {
  const url = await start();
  const browser = await launched(0);
  const host = await (await browser.newContext({ viewport: { width: 1280, height: 820 } })).newPage();
  const problems = problemsOf(host);
  await host.goto(url);
  await host.getByRole('button', { name: 'Open meeting' }).click();
  await join(host, 'Ada Lovelace');

  const link = await host.getByRole('link', { name: 'Open as a guest' }).getAttribute('href');
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(new URL(link!, url).href);
  await expect.poll(() => guest.textContent('header')).toContain('visitor');
  await join(guest, 'Grace Hopper');

  await expect.poll(() => host.getByRole('log').textContent(), { timeout: 20_000 }).toContain('participant_join');
  await expect.poll(() => host.textContent('aside'), { timeout: 20_000 }).toContain('Grace Hopper');
  if (process.env['DEMO_PICTURE']) await host.screenshot({ path: process.env['DEMO_PICTURE'] });

  await guest.getByRole('button', { name: 'leave room' }).click();
  await expect.poll(() => guest.textContent('header'), { timeout: 20_000 }).toContain('you are out (left)');
  await host.getByRole('button', { name: 'end meeting' }).click();
  await expect.poll(() => host.textContent('header'), { timeout: 20_000 }).toContain('you are out (ended)');
  expect(await withoutLacks(host, problems)).toEqual([]);
}, 120_000);

test('told which room, the demo embeds that one and asks for nothing else', async () => {
  const rooms = await serveEchoRooms();
  try {
    const url = await start('--room', 'https://acme.whereby.com/your-room?roomKey=a%2Bb');
    const page = await (await (await launched(rooms.port)).newContext({ ignoreHTTPSErrors: true })).newPage();
    const problems = problemsOf(page);
    await page.goto(new URL('/', url).href);
    expect(page.url()).toBe(url);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame?.waitForLoadState();
    expect(frame?.url()).toMatch(/^https:\/\/acme\.whereby\.com\/your-room\?roomKey=a%2Bb&/);
    await page.getByRole('button', { name: 'toggle chat' }).click();
    expect(rooms.requests('/your-room').count).toBe(1);
    expect(await withoutLacks(page, problems)).toEqual([]);
  } finally {
    await rooms.close();
  }
}, 120_000);
