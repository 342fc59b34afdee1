import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from 'playwright';
import type { Browser } from 'playwright';
import { expect as seen } from 'playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.js';
import { hostKey, setStage, straightIn } from './support.js';
import type { Stage } from './support.js';

const firefoxRelay = fileURLToPath(new URL('../support/firefox.mjs', import.meta.url));

/** Programs of their own beside the stage's Chromium: nothing is shared but the sandbox. */
const others: Readonly<Record<string, () => Promise<Browser>>> = {
  'another Chromium': async () => chromium.launch({ executablePath: await findChromium(), args: chromiumArgs }),
  ...(existsSync(process.env['FIREFOX_PATH'] || '/usr/bin/firefox-esr') && {
    Firefox: () => firefox.launch({ channel: 'moz-firefox', executablePath: firefoxRelay }),
  }),
};

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe.each(Object.entries(others))('Chromium and %s in one room', (_name, launch) => {
  it('see each other’s presence, names, roles, chat and toggles', async () => {
    const other = await launch();
    try {
      const { meetingId } = stage.sandbox.world.findMeeting('/demo')!;
      const hostUrl = `${stage.sandbox.url}/demo?${straightIn('Ada', hostKey)}`;
      const ada = await stage.open(hostUrl);
      const bob = await other.newPage();
      await bob.goto(`${stage.sandbox.url}/demo?${straightIn('Bob', 'externalId=bob-1')}`);
      await seen(ada.getByRole('article', { name: 'Bob' })).toBeVisible();
      await seen(bob.getByRole('article', { name: 'Ada' })).toBeVisible();

      await bob.getByRole('button', { name: 'People' }).click();
      await seen(bob.locator('.people li', { hasText: 'Ada' })).toContainText('Host');
      await seen(bob.locator('.people li', { hasText: 'Bob' })).toContainText('Guest');
      await seen(bob.getByRole('button', { name: 'Mute Ada' })).toHaveCount(0);

      await bob.getByRole('button', { name: 'Chat' }).click();
      // Typed as people do: Playwright's own filling in does not reach React in Firefox.
      await bob.getByRole('textbox', { name: 'Message' }).click();
      await bob.keyboard.type('From another browser');
      await bob.getByRole('button', { name: 'Send' }).click();
      await ada.getByRole('button', { name: 'Chat' }).click();
      await seen(ada.locator('.messages')).toContainText('From another browser');
      await ada.getByRole('textbox', { name: 'Message' }).fill('And back');
      await ada.keyboard.press('Enter');
      await seen(bob.locator('.messages')).toContainText('And back');

      await ada.getByRole('button', { name: 'Camera' }).click();
      await seen(bob.getByRole('article', { name: 'Ada' }).locator('.initials')).toHaveText('A');
      await bob.getByRole('button', { name: 'Microphone' }).click();
      await ada.getByRole('button', { name: 'People' }).click();
      await seen(ada.getByRole('button', { name: 'Mute Bob' })).toHaveCount(0);

      const agents = stage.sandbox.world.state;
      const stays = agents.meetings[meetingId]?.present.map((id) => agents.stays[id]);
      expect(stays?.map((stay) => [stay?.role, stay?.externalId])).toEqual([
        ['host', null],
        ['visitor', 'bob-1'],
      ]);
      await bob.close();
      await seen(ada.getByRole('article', { name: 'Bob' })).toHaveCount(0);
      expect(stage.complaints).toEqual([]);
    } finally {
      await other.close();
      await stage.clear();
    }
  }, 60_000);
});
