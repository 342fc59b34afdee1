import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { fakeRoomInPage } from 'react-whereby-embed/testing';
import { afterAll, beforeAll, describe, inject, test } from 'vitest';
import { bundlePage } from '../../../scripts/build/bundlePage.js';
import { servePages } from '../../../scripts/servers/servePages.js';
import type { Pages } from '../../../scripts/servers/servePages.js';
import { occasionsInWorld } from '../../support/story/occasionsInWorld.js';
import { playStory, toPlainState } from '../../support/story/playStory.js';
import type { StoryHost } from '../../support/story/playStory.js';
import { stories } from '../../support/story/stories.js';
import type { Occasion, Story } from '../../support/story/stories.js';
import { waitUntil } from '../../support/waitUntil.js';
import { isFirefoxInstalled, openFirefox, openSharedChromium } from '../support/openBrowser.js';

let sandbox: Sandbox;
let pages: Pages;

beforeAll(async () => {
  sandbox = await startSandbox({ roomPage: inject('roomPage') });
  pages = await servePages(await bundlePage(fileURLToPath(new URL('../pages/story.tsx', import.meta.url))));
  pages.set('page', { html: '' });
});
afterAll(() => Promise.all([sandbox?.close(), pages?.close()]));

/** The component in a page of the browser, without its room. */
async function openPage(page: Page) {
  await page.goto(`http://localhost:${pages.port}/page`);
  await page.waitForFunction(() => 'mountEmbed' in window);
  const mount = (room: string) => page.evaluate((url) => void (window.playing = window.mountEmbed(url)), room);
  const host = {
    readEvents: () => page.evaluate(() => window.playing.events),
    async readState() {
      return toPlainState(await page.evaluate(() => ({ ...window.playing.readState(), commands: undefined as never })));
    },
    command: (method, args) =>
      page.evaluate(([name, all]) => window.playing.command(name, all), [method, args] as const),
    // The room's messages come in order: this one is the last that it has posted so far.
    async settle() {
      const marker = `marker-${crypto.randomUUID()}`;
      const arrived = page.evaluate(
        (type) =>
          new Promise<void>((resolve) => {
            const listen = ({ data }: MessageEvent<{ readonly type?: string }>) => {
              if (data.type !== type) return;
              removeEventListener('message', listen, true);
              resolve();
            };
            addEventListener('message', listen, true);
          }),
        marker,
      );
      await page.frames()[1]!.evaluate((type) => parent.postMessage({ type }, '*'), marker);
      await arrived;
      // It is not part of the story.
      await page.evaluate(
        (type) =>
          void (window.playing.events as unknown as [string][]).splice(
            window.playing.events.findIndex(([name]) => name === type),
            1,
          ),
        marker,
      );
    },
  } satisfies Omit<StoryHost, 'happen'>;
  return { mount, host };
}

type Press = (button: Locator) => Promise<void>;

const click: Press = (button) => button.click();
/** A click of the mouse does not reach frames of another site in the Firefox of a distribution. */
const clickByScript: Press = (button) => button.dispatchEvent('click');

async function playInSandbox(story: Story, page: Page, press: Press): Promise<void> {
  const { world, clock } = sandbox;
  const { meetingId, roomName } = world.createMeeting({
    endDate: clock.now() + 3_600_000,
    roomMode: 'group',
    isLocked: story.isLocked,
  });
  world.join(meetingId, { displayName: 'Bob', role: 'host' });
  const room = page.frameLocator('iframe');
  const { mount, host } = await openPage(page);
  const occasions: Readonly<Record<Occasion, () => unknown>> = {
    opens: () => mount(`${sandbox.roomUrl(roomName, story.role)}${story.role === 'host' ? '&' : '?'}displayName=Ada`),
    allowsDevices: () => press(room.getByRole('button', { name: 'Continue' })),
    joins: () => press(room.getByRole('button', { name: /^join/i }).first()),
    async isLetIn() {
      const { knockId } = await waitUntil(() => {
        const [knock] = world.state.meetings[meetingId]?.knocks ?? [];
        if (!knock) throw new Error('nobody knocks');
        return knock;
      });
      world.admit(meetingId, knockId);
    },
    ...occasionsInWorld(world, meetingId),
  };
  await playStory(story, { ...host, happen: ({ on }) => occasions[on as Occasion]() });
}

async function playOnFakeRoom(story: Story, page: Page): Promise<void> {
  const room = await fakeRoomInPage(page, { answers: true });
  const { mount, host } = await openPage(page);
  await mount('https://acme.whereby.com/demo');
  await playStory(story, {
    ...host,
    async happen({ events }) {
      for (const [type, payload] of events) await room.emit(type as 'ready', ...((payload ? [payload] : []) as []));
    },
  });
}

const inChromium = { openBrowser: openSharedChromium, press: click, isInstalled: true };

const hosts = [
  { host: 'the sandbox in Chromium', play: playInSandbox, ...inChromium },
  { host: '`fakeRoomInPage` in Chromium', play: playOnFakeRoom, ...inChromium },
  {
    host: 'the sandbox in Firefox',
    play: playInSandbox,
    openBrowser: openFirefox,
    press: clickByScript,
    isInstalled: isFirefoxInstalled,
  },
];

for (const { host, openBrowser, play, press, isInstalled } of hosts)
  describe.skipIf(!isInstalled)(`the component on ${host}`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser?.close());

    test.each(Object.entries(stories))('%s', async (_name, story) => {
      const context = await browser.newContext();
      await play(story, await context.newPage(), press);
      await context.close();
    });
  });
