import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../../scripts/browser/launchChromium.js';
import { bundlePage } from '../../scripts/build/bundlePage.js';
import { servePages } from '../../scripts/servers/servePages.js';
import type { Pages } from '../../scripts/servers/servePages.js';
import { patience } from '../support/patience.js';

/** What docs/sandbox.md tells people who migrate: the built command, and the official element, which insists on https. */
const command = fileURLToPath(new URL('../../dist/sandbox/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
let pages: Pages;

beforeAll(async () => {
  pages = await servePages(await bundlePage(fileURLToPath(new URL('../e2e/pages/official.tsx', import.meta.url))));
  pages.set('page', { html: '' });
});
afterAll(async () => {
  await pages?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command until the test is over. Returns what it says, once it says all. */
async function startCommand(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [command, 'sandbox', '--port', '0', '--tls-folder', folder, ...args]);
  onTestFinished(() => void child.kill());
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  await expect.poll(() => said).toContain('WHEREBY_WEBHOOK_SECRET=');
  return said;
}

const read = (said: string, pattern: RegExp): string => pattern.exec(said)?.[1] ?? '';

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Calls the sandbox over https under any name, and trusts its certificate and no other. */
const call = (
  port: number,
  path: string,
  options: { readonly host: string; readonly key?: string; readonly body?: string },
) =>
  new Promise<Answer>((resolve, reject) => {
    const { host, key, body } = options;
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        servername: host.replace(/:\d+$/, ''),
        ca: readFileSync(join(folder, 'sandbox-cert.pem')),
        headers: { host, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

/** The official element in a page: it joins, sends commands and hears what they change. */
async function meetInBrowser(browser: Browser, hostRoomUrl: string) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  await page.goto(`http://localhost:${pages.port}/page`);
  await page.waitForFunction(() => 'show' in window);
  await page.evaluate((room) => window.show('official', room), hostRoomUrl);
  const received = () => page.evaluate(() => window.received);
  const room = page.frameLocator('iframe');
  await room.getByRole('button', { name: 'Continue' }).click();
  await expect.poll(received).toContainEqual(['grant_device_permission', { granted: true }]);
  await room.getByRole('button', { name: 'Continue' }).waitFor({ state: 'hidden' });
  await room.getByRole('button', { name: /^join/i }).first().click();
  await expect.poll(received).toContainEqual(['participantupdate', { count: 1 }]);

  const commands = [
    [
      ['toggleCamera', false],
      ['camera_toggle', { enabled: false }],
    ],
    [
      ['toggleChat', true],
      ['chat_toggle', { open: true }],
    ],
    [['startRecording'], ['recording_status_change', { status: 'started' }]],
    [['leaveRoom'], ['leave', { removed: false }]],
  ] as const;
  for (const [[name, ...args], event] of commands) {
    await page.evaluate(([method, rest]) => window.command(method, ...rest), [name, args] as const);
    await expect.poll(received, { message: name }).toContainEqual(event);
  }
  expect(page.frames()[1]?.url()).toContain(new URL(hostRoomUrl).origin);
  await context.close();
  return problems;
}

test.each([
  ['on this machine', []],
  // Names, ports and addresses are those outside: the container knows none of them.
  ['in a container', ['--host', '0.0.0.0']],
])('the official element meets in a room of `sandbox --tls`, %s', async (_where, args) => {
  const said = await startCommand('--room-origin', 'https://acme.whereby.com', ...args);
  const port = Number(new URL(read(said, /^Over https +(\S+)$/m)).port);
  const key = read(said, /^WHEREBY_API_KEY=(.+)$/m);
  expect(read(said, /^Certificate +(\S+)$/m)).toBe(join(folder, 'sandbox-cert.pem'));

  const body = JSON.stringify({ endDate: new Date(Date.now() + 3_600_000).toISOString(), fields: ['hostRoomUrl'] });
  const made = await call(port, '/v1/meetings', { host: 'localhost:14456', key, body });
  expect(made.status).toBe(201);
  const { roomUrl, hostRoomUrl } = JSON.parse(made.text) as Record<'roomUrl' | 'hostRoomUrl', string>;
  expect(new URL(roomUrl).origin).toBe('https://acme.whereby.com');
  // Of every organisation: theirs is in the page that migrates, not in the command.
  for (const host of ['acme.whereby.com', 'other.whereby.com'])
    expect([host, (await call(port, '/demo', { host })).status]).toEqual([host, 200]);
  expect((await call(port, '/demo', { host: 'localhost:14456' })).status).toBe(200);

  const browser = await launchChromium({ roomsPort: port });
  onTestFinished(() => browser.close());
  expect(await meetInBrowser(browser, hostRoomUrl)).toEqual([]);
});
