import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Browser, FrameLocator, Page } from 'playwright';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { serveEchoRooms } from '../../../scripts/servers/serveEchoRooms.js';
import { collectProblems } from '../support/collectProblems.js';
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

afterAll(() => {
  for (const { pid } of demos) if (pid) process.kill(-pid, 'SIGTERM');
});

const closeWhenFinished = (browser: Browser): Browser => {
  onTestFinished(() => browser.close());
  return browser;
};

const room = (page: Page): FrameLocator => page.frameLocator('iframe');

async function join(page: Page, name: string): Promise<void> {
  await room(page).getByRole('button', { name: 'Join without them' }).click();
  await room(page).getByRole('textbox').fill(name);
  await room(page).getByRole('button', { name: /join/i }).first().click();
  await expect.poll(() => page.getByRole('log').textContent()).toContain('join');
}

test('the demo lets a host open a meeting and a guest follow the link, and shows who came', async () => {
  const url = await start();
  const browser = closeWhenFinished(await openSharedChromium());
  const host = await (await browser.newContext({ viewport: { width: 1280, height: 820 } })).newPage();
  const problems = collectProblems(host);
  await host.goto(url);
  await host.getByRole('button', { name: 'Open meeting' }).click();
  await join(host, 'Ada Lovelace');

  const link = await host.getByRole('link', { name: 'Open as a guest' }).getAttribute('href');
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(new URL(link!, url).href);
  await expect.poll(() => guest.textContent('header')).toContain('visitor');
  await join(guest, 'Grace Hopper');

  await expect.poll(() => host.getByRole('log').textContent()).toContain('participant_join');
  await expect.poll(() => host.textContent('aside')).toContain('Grace Hopper');
  if (process.env['DEMO_PICTURE']) await host.screenshot({ path: process.env['DEMO_PICTURE'] });

  await guest.getByRole('button', { name: 'leave room' }).click();
  await expect.poll(() => guest.textContent('header')).toContain('you are out (left)');
  await host.getByRole('button', { name: 'end meeting' }).click();
  await expect.poll(() => host.textContent('header')).toContain('you are out (ended)');
  expect(await withoutUnknownFeatures(host, problems)).toEqual([]);
});

test('the demo embeds the room it is given, and requests nothing else', async () => {
  const rooms = await serveEchoRooms();
  try {
    const url = await start('--room', 'https://acme.whereby.com/your-room?roomKey=a%2Bb');
    const browser = closeWhenFinished(await openOwnChromium({ roomsPort: rooms.port }));
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
    const problems = collectProblems(page);
    await page.goto(new URL('/', url).href);
    expect(page.url()).toBe(url);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame?.waitForLoadState();
    expect(frame?.url()).toMatch(/^https:\/\/acme\.whereby\.com\/your-room\?roomKey=a%2Bb&/);
    await page.getByRole('button', { name: 'toggle chat' }).click();
    expect(rooms.countRequests('/your-room')).toBe(1);
    expect(await withoutUnknownFeatures(page, problems)).toEqual([]);
  } finally {
    await rooms.close();
  }
});
