import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import type { Browser, Page } from 'playwright';
import { commands as registry, params } from 'react-whereby-embed';
import type { ParamName } from 'react-whereby-embed';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { createWhereby } from 'react-whereby-embed/server';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { paramNames } from '../../../src/params/paramNames.js';
import { bundlePage } from '../../../scripts/build/bundlePage.js';
import { readElement } from '../../../scripts/official/readElement.js';
import { servePages } from '../../../scripts/servers/servePages.js';
import type { Pages } from '../../../scripts/servers/servePages.js';
import { openOwnChromium } from '../support/openBrowser.js';

let sandbox: Sandbox;
let pages: Pages;
let browser: Browser;

/** The sandbox as `https://acme.whereby.com`: the official element frames no other host. */
beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '*.whereby.com' }]);
  sandbox = await startSandbox({
    roomPage: inject('roomPage'),
    tls: { key, cert },
    roomOrigin: 'https://acme.whereby.com',
    // What is due after a while would come between other events, by how fast the machine is.
    rules: { uploadMs: 0, processMs: 0 },
  });
  pages = await servePages(await bundlePage(fileURLToPath(new URL('../pages/official.tsx', import.meta.url))));
  pages.set('page', { html: '' });
  browser = await openOwnChromium({ roomsPort: Number(new URL(sandbox.tlsUrl!).port) });
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([sandbox?.close(), pages?.close()]);
});

type Command = readonly [method: string, ...args: unknown[]];

/** Commands without a person's help, in an order in which each has something to do. */
const commands: readonly Command[] = [
  ['toggleCamera', false],
  ['toggleCamera', true],
  ['toggleMicrophone', false],
  ['toggleMicrophone'],
  ['toggleChat', true],
  ['togglePeople', true],
  ['togglePeople', false],
  ['openSettings', 'effects'],
  ['toggleScreenshare', true],
  ['toggleScreenshare', false],
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
  toggleScreenshare: 'screenshare_toggle',
  endMeeting: 'meeting_end',
  knock: 'join',
};

const settled: Readonly<Record<string, string>> = {
  startRecording: 'started',
  stopRecording: 'stopped',
  startStreaming: 'streaming',
  stopStreaming: 'stopped',
  startLiveTranscription: 'started',
  stopLiveTranscription: 'stopped',
};

interface Stay {
  /** The events that the embedding page received, in order. */
  readonly received: readonly [string, unknown][];
  /** Every message that came to the room's window from its page. */
  readonly messages: readonly unknown[];
  /** The events and commands that the room lists itself, the newest first. */
  readonly notes: readonly string[];
  /** The types of the webhooks that the room caused. */
  readonly webhooks: readonly string[];
}

const keepMessages = () => {
  if (window === window.top) return;
  const kept: unknown[] = [];
  Object.assign(window, { kept });
  addEventListener('message', ({ source, data }) => {
    if (source !== window.parent) return;
    // An argument that was left out comes from the official element as undefined, from ours not at all.
    const { args, ...rest } = data as { readonly args: readonly unknown[] };
    kept.push({ ...rest, args: args.filter((one) => one !== undefined) });
  });
};

interface Scenario {
  readonly role: 'host' | 'visitor';
  readonly isLocked?: boolean;
  readonly commands: readonly Command[];
}

async function stay(which: 'ours' | 'official', { role, isLocked = false, commands: given }: Scenario): Promise<Stay> {
  const whereby = createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl });
  const { hostRoomUrl, roomUrl, roomName } = await whereby.meetings.create({
    endDate: new Date(Date.now() + 3_600_000).toISOString(),
    roomMode: 'group',
    isLocked,
    fields: ['hostRoomUrl'],
  });
  const webhooks: string[] = [];
  const unsubscribe = sandbox.world.on((event) => {
    if (event.type === 'webhook' && event.event.data['roomName'] === roomName) webhooks.push(event.event.type);
    const [knock] = sandbox.world.findMeeting(String(roomName))?.knocks ?? [];
    // Somebody inside opens as soon as somebody knocks.
    if (event.type === 'meeting' && knock) queueMicrotask(() => sandbox.world.admit(event.meetingId, knock.knockId));
  });
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  await context.addInitScript(keepMessages);
  const page: Page = await context.newPage();
  await page.goto(`http://localhost:${pages.port}/page`);
  await page.waitForFunction(() => 'show' in window);
  await page.evaluate(([name, room]) => window.show(name, room), [
    which,
    role === 'host' ? (hostRoomUrl ?? '') : roomUrl,
  ] as const);
  const received = () => page.evaluate(() => window.received);
  const room = page.frameLocator('iframe');
  // The count follows the join by way of the server: a command sent earlier could overtake it.
  const joined = async () => {
    await expect.poll(received).toContainEqual(['join', null]);
    await expect.poll(received).toContainEqual(['participantupdate', expect.anything()]);
  };
  await room.getByRole('button', { name: 'Continue' }).click();
  await room.getByRole('button', { name: 'Continue' }).waitFor({ state: 'hidden' });
  await expect.poll(received).toContainEqual(['grant_device_permission', { granted: true }]);
  if (!isLocked) {
    await room.getByRole('button', { name: /^join/i }).first().click();
    await joined();
  }
  for (const [name, ...args] of given) {
    const before = (await received()).length;
    await page.evaluate(([method, rest]) => window.command(method, ...rest), [name, args] as const);
    const wanted = confirming[name];
    if (wanted)
      await expect
        .poll(
          async () =>
            (await received())
              .slice(before)
              .some(
                ([type, payload]) =>
                  type === wanted && (!settled[name] || (payload as { status: string }).status === settled[name]),
              ),
          { message: `${which}: ${name}` },
        )
        .toBe(true);
    if (wanted === 'join') await joined();
  }
  await room.getByRole('heading', { name: /See you next time|wrap/ }).waitFor();
  await room.getByRole('button', { name: 'Sandbox' }).click();
  const notes = await room.locator('.wire code').allTextContents();
  const messages = (await page.frames()[1]!.evaluate('kept')) as unknown[];
  const all = await received();
  await context.close();
  unsubscribe();
  return { received: all, messages, notes, webhooks };
}

const scenarios: Readonly<Record<string, Scenario>> = {
  'a host who tries every command': { role: 'host', commands },
  'a host who ends the meeting': { role: 'host', commands: [['endMeeting']] },
  'a visitor who knocks by command': { role: 'visitor', isLocked: true, commands: [['knock'], ['leaveRoom']] },
};

test('the scenarios send every command of the official element', () => {
  const sent = new Set(Object.values(scenarios).flatMap((scenario) => scenario.commands.map(([method]) => method)));
  // It documents cancelKnock and does not have it.
  expect([...sent, 'cancelKnock'].sort()).toEqual(Object.keys(registry).sort());
});

test.each(Object.entries(scenarios))(
  'the official element and ours receive the same events, send the same commands and cause the same webhooks: %s',
  async (_name, scenario) => {
    const official = await stay('official', scenario);
    const ours = await stay('ours', scenario);
    expect(ours.received).toEqual(official.received);
    expect(ours.messages).toEqual(official.messages);
    expect(ours.notes).toEqual(official.notes);
    expect(ours.webhooks).toEqual(official.webhooks);
    expect(official.messages).toHaveLength(scenario.commands.length);
    for (const [method] of scenario.commands)
      expect(official.notes.some((note) => note.startsWith(`command ${method}`))).toBe(true);
    expect(official.received.map(([type]) => type)).toEqual(expect.arrayContaining(['ready', 'join', 'leave']));
  },
);

type Pairs = readonly (readonly [key: string, value: string])[];

/** What an attribute writes into the room URL, and what our prop writes instead. docs/migrating.md has the reasons. */
const differences: Readonly<Record<string, readonly [theirs: Pairs, ours: Pairs]>> = {
  ...Object.fromEntries(
    paramNames.filter((name) => params[name].kind === 'flag').map((name) => [name, [[[name, 'on']], [[name, '']]]]),
  ),
  minimal: [[['embed', 'on']], [['minimal', '']]],
  embed: [[['embed', 'on']], []],
  precallPermissionsHelpLink: [
    [['precallPermissionsHelpLink', 'https://help.example/one']],
    [
      ['precallPermissionHelpLink', 'https://help.example/one'],
      ['precallPermissionsHelpLink', 'https://help.example/one'],
    ],
  ],
};

/** Values that both take, as text. */
const listValues = (name: string): readonly string[] => {
  const { kind, values } = params[name as ParamName] ?? {};
  if (kind === 'toggle') return ['on', 'off'];
  if (kind === 'choice') return [...(values ?? [])];
  if (kind === 'url') return ['https://help.example/one'];
  if (kind === 'list') return ['red', 'red,blue'];
  return [kind === 'text' ? 'sample' : 'on'];
};

test('every attribute of the official element leads to the same room URL as our prop, but for the listed differences', async () => {
  const { attributes } = readElement('node_modules/@whereby.com/browser-sdk');
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  await context.route(/whereby\.com/, (route) => route.abort());
  const page = await context.newPage();
  await page.goto(`http://localhost:${pages.port}/page`);
  await page.waitForFunction(() => 'frame' in window);
  const differing = new Set<string>();
  // The room is in every case; without one, neither frames anything.
  for (const name of Object.keys(attributes).filter((one) => one !== 'room'))
    for (const value of listValues(name)) {
      const room = 'https://acme.whereby.com/demo?roomKey=a.b-c';
      const [theirs, ours] = await page.evaluate(
        (given) => Promise.all([window.frame('official', ...given), window.frame('ours', ...given)] as const),
        [room, name, value] as const,
      );
      const readPairs = ({ url }: { readonly url: string }) => [...new URL(url).searchParams].sort();
      const isCommon = ([key]: readonly [string, string]) => ['iframeSource', 'jsApi', 'roomKey', 'we'].includes(key);
      const [theirPairs, ourPairs] = [readPairs(theirs), readPairs(ours)];
      expect(ourPairs.filter(isCommon), name).toEqual(theirPairs.filter(isCommon));
      const written = [theirPairs, ourPairs].map((pairs) => pairs.filter((pair) => !isCommon(pair)));
      expect(written, name).toEqual(differences[name] ?? [written[0], written[0]]);
      if (name in differences) differing.add(name);
      if (name === 'title') expect([theirs.title, ours.title]).toEqual([value, value]);
    }
  await context.close();
  expect([...differing].sort()).toEqual(Object.keys(differences).sort());
});
