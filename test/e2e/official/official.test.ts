import { generate } from 'selfsigned';
import type { Browser, Page } from 'playwright';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { createWhereby } from 'react-whereby-embed/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/launch.js';
import { bundle, servePages } from '../support/pages.js';
import type { Pages } from '../support/pages.js';

let sandbox: Sandbox;
let pages: Pages;
let browser: Browser;

/** The sandbox as `https://acme.whereby.com`: the official element frames no other host. */
beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '*.whereby.com' }]);
  sandbox = await startSandbox({ tls: { key, cert }, roomOrigin: 'https://acme.whereby.com' });
  pages = await servePages(await bundle('../pages/official.tsx'));
  pages.set('page', { html: '' });
  browser = await launch(Number(new URL(sandbox.tlsUrl!).port));
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([sandbox?.close(), pages?.close()]);
});

/** Commands without a person's help, in an order in which each has something to do. */
const commands: readonly [string, ...unknown[]][] = [
  ['toggleCamera', false],
  ['toggleCamera', true],
  ['toggleMicrophone', false],
  ['toggleMicrophone'],
  ['toggleChat', true],
  ['togglePeople', true],
  ['togglePeople', false],
  ['openSettings', 'effects'],
  ['startRecording'],
  ['stopRecording'],
  ['startStreaming'],
  ['stopStreaming'],
  ['startLiveTranscription'],
  ['stopLiveTranscription'],
  ['toggleBreakout', true],
  ['leaveRoom'],
];

const confirming: Readonly<Record<string, string>> = {
  toggleCamera: 'camera_toggle',
  toggleMicrophone: 'microphone_toggle',
  toggleChat: 'chat_toggle',
  togglePeople: 'people_toggle',
  startRecording: 'recording_status_change',
  stopRecording: 'recording_status_change',
  startStreaming: 'streaming_status_change',
  stopStreaming: 'streaming_status_change',
  startLiveTranscription: 'transcription_status_change',
  stopLiveTranscription: 'transcription_status_change',
  leaveRoom: 'leave',
};

const settled: Readonly<Record<string, string>> = {
  startRecording: 'started',
  stopRecording: 'stopped',
  startStreaming: 'streaming',
  stopStreaming: 'stopped',
  startLiveTranscription: 'started',
  stopLiveTranscription: 'stopped',
};

async function stay(which: 'ours' | 'official'): Promise<[string, unknown][]> {
  const whereby = createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl });
  const { hostRoomUrl } = await whereby.meetings.create({
    endDate: new Date(Date.now() + 3_600_000).toISOString(),
    roomMode: 'group',
    fields: ['hostRoomUrl'],
  });
  const page: Page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  await page.goto(`http://localhost:${pages.port}/page`);
  await page.waitForFunction(() => 'show' in window);
  await page.evaluate(([name, room]) => window.show(name, room), [which, hostRoomUrl] as const);
  const heard = () => page.evaluate(() => window.heard);
  const room = page.frameLocator('iframe');
  await room.getByRole('button', { name: 'Continue' }).click();
  await room.getByRole('button', { name: /^join/i }).first().click();
  await expect.poll(heard, { timeout: 20_000 }).toContainEqual(['join', null]);
  for (const [name, ...args] of commands) {
    const before = (await heard()).length;
    await page.evaluate(([method, given]) => window.command(method, ...given), [name, args] as const);
    const wanted = confirming[name];
    if (wanted)
      await expect
        .poll(
          async () =>
            (await heard())
              .slice(before)
              .some(
                ([type, payload]) =>
                  type === wanted && (!settled[name] || (payload as { status: string }).status === settled[name]),
              ),
          { timeout: 20_000, message: `${which}: ${name}` },
        )
        .toBe(true);
  }
  const all = await heard();
  await page.context().close();
  return all;
}

test('the official element and ours hear the same from the sandbox and tell it the same', async () => {
  const official = await stay('official');
  const ours = await stay('ours');
  expect(ours).toEqual(official);
  expect(official.map(([type]) => type)).toEqual(
    expect.arrayContaining(['ready', 'join', 'camera_toggle', 'recording_status_change', 'leave']),
  );
}, 120_000);
