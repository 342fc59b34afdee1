import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFirefoxInstalled, openFirefox, openOwnChromium } from '../support/openBrowser.js';
import { expectPage } from '../support/expectPage.js';
import { buildStraightInQuery, hostKey, openRoomStage } from '../support/openRoomStage.js';
import type { RoomStage } from '../support/openRoomStage.js';

/** Programs of their own beside the stage's Chromium: nothing is shared but the sandbox. */
const others = [
  { name: 'another Chromium', isInstalled: true, openBrowser: () => openOwnChromium() },
  { name: 'Firefox', isInstalled: isFirefoxInstalled, openBrowser: openFirefox },
];

let stage: RoomStage;
beforeAll(async () => {
  stage = await openRoomStage();
});
afterAll(() => stage.close());

for (const { name, isInstalled, openBrowser } of others)
  describe.skipIf(!isInstalled)(`Chromium and ${name} in one room`, () => {
    it('show each other’s presence, names, roles, chat and devices', async () => {
      const other = await openBrowser();
      try {
        const { meetingId } = stage.sandbox.world.findMeeting('/demo')!;
        const hostUrl = `${stage.sandbox.url}/demo?${buildStraightInQuery('Ada', hostKey)}`;
        const ada = await stage.open(hostUrl);
        const bob = await other.newPage();
        await bob.goto(`${stage.sandbox.url}/demo?${buildStraightInQuery('Bob', 'externalId=bob-1')}`);
        await expectPage(ada.getByRole('article', { name: 'Bob' })).toBeVisible();
        await expectPage(bob.getByRole('article', { name: 'Ada' })).toBeVisible();

        await bob.getByRole('button', { name: 'People' }).click();
        await expectPage(bob.locator('.people li', { hasText: 'Ada' })).toContainText('Host');
        await expectPage(bob.locator('.people li', { hasText: 'Bob' })).toContainText('Guest');
        await expectPage(bob.getByRole('button', { name: 'Mute Ada' })).toHaveCount(0);

        await bob.getByRole('button', { name: 'Chat' }).click();
        // Typed as people do: Playwright's own filling in does not reach React in Firefox.
        await bob.getByRole('textbox', { name: 'Message' }).click();
        await bob.keyboard.type('From another browser');
        await bob.getByRole('button', { name: 'Send' }).click();
        await ada.getByRole('button', { name: 'Chat' }).click();
        await expectPage(ada.locator('.messages')).toContainText('From another browser');
        await ada.getByRole('textbox', { name: 'Message' }).fill('And back');
        await ada.keyboard.press('Enter');
        await expectPage(bob.locator('.messages')).toContainText('And back');

        await ada.getByRole('button', { name: 'Camera' }).click();
        await expectPage(bob.getByRole('article', { name: 'Ada' }).locator('.initials')).toHaveText('A');
        await bob.getByRole('button', { name: 'Microphone' }).click();
        await ada.getByRole('button', { name: 'People' }).click();
        await expectPage(ada.getByRole('button', { name: 'Mute Bob' })).toHaveCount(0);

        const agents = stage.sandbox.world.state;
        const stays = agents.meetings[meetingId]?.present.map((id) => agents.stays[id]);
        expect(stays?.map((stay) => [stay?.role, stay?.externalId])).toEqual([
          ['host', null],
          ['visitor', 'bob-1'],
        ]);
        await bob.close();
        await expectPage(ada.getByRole('article', { name: 'Bob' })).toHaveCount(0);
        expect(stage.problems).toEqual([]);
      } finally {
        await other.close();
        await stage.clear();
      }
    });
  });
