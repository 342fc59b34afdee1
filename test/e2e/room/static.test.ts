import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectPage } from '../support/expectPage.js';
import { buildStraightInQuery, hostKey, openRoomStage } from '../support/openRoomStage.js';
import type { RoomStage } from '../support/openRoomStage.js';

let stage: RoomStage;
beforeAll(async () => {
  stage = await openRoomStage();
});
afterEach(async () => {
  expect(stage.problems).toEqual([]);
  await stage.clear();
});
afterAll(() => stage.close());

const room = (query: string, name = '') => `${stage.app.origin}/static/room/${name}?${query}`;

describe('the room page served as static files', () => {
  it('has simulated participants, and a host with the room’s default key', async () => {
    const page = await stage.open(room(buildStraightInQuery('Ada', hostKey)));
    await expectPage(page.getByRole('article')).toHaveCount(4);
    await page.getByRole('button', { name: 'Sandbox' }).click();
    await page.getByRole('button', { name: 'Add a person' }).click();
    await expectPage(page.getByRole('article')).toHaveCount(5);
    await page.getByRole('button', { name: 'Remove a person' }).click();
    await page.getByRole('button', { name: 'Remove a person' }).click();
    await expectPage(page.getByRole('article')).toHaveCount(3);
    await expectPage(page.getByRole('button', { name: 'Lock room' })).toBeVisible();
  });

  it('shares its rooms between tabs, also after the tab that ran them was closed', async () => {
    const first = await stage.open(room(buildStraightInQuery('Ada', hostKey)));
    await expectPage(first.getByRole('article')).toHaveCount(4);
    const second = await first.context().newPage();
    await second.goto(room(buildStraightInQuery('Bob')));
    const third = await first.context().newPage();
    await third.goto(room(buildStraightInQuery('Cy', hostKey)));
    await expectPage(second.getByRole('article', { name: 'Cy' })).toHaveCount(1);
    await expectPage(first.getByRole('article')).toHaveCount(6);

    await third.getByRole('button', { name: 'Chat' }).click();
    await third.getByRole('textbox', { name: 'Message' }).fill('Still here?');
    await third.keyboard.press('Enter');
    await first.close();
    await expectPage(second.getByRole('article', { name: 'Ada' })).toHaveCount(0);
    await expectPage(second.getByRole('article')).toHaveCount(5);
    await expectPage(third.locator('.messages')).toContainText('Still here?');
    await third.getByRole('button', { name: 'Lock room' }).click();
    const fourth = await second.context().newPage();
    await fourth.goto(room(buildStraightInQuery('Di')));
    await fourth.getByRole('button', { name: 'Knock' }).click();
    await third.getByRole('button', { name: 'Let in' }).click();
    await expectPage(fourth.getByRole('article', { name: 'Bob' })).toBeVisible();
  });

  it('lets a host see what may happen in a room, from the inspector', async () => {
    const page = await stage.open(room(buildStraightInQuery('Ada', hostKey)));
    await page.getByRole('button', { name: 'Sandbox' }).click();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await press('Recording');
    await expectPage(page.locator('.live')).toHaveText('Recording');
    await press('Recording');
    await expectPage(page.locator('.live')).toHaveCount(0);
    await press('Live stream');
    await expectPage(page.locator('.live')).toHaveText('Live stream');
    await press('Shares a screen');
    await expectPage(page.getByRole('figure')).toHaveText('Noor Haddad is sharing a screen');
    await press('Raises a hand');
    await expectPage(page.getByRole('article', { name: 'Noor Haddad' }).getByTitle('Raise hand')).toBeVisible();
    await press('Someone knocks');
    await press('Let everyone in');
    await expectPage(page.getByRole('article', { name: 'Amara Okafor' })).toBeVisible();
    await press('Mutes me');
    await expectPage(page.getByRole('button', { name: 'Microphone', exact: true })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
  });

  it('lets a single visitor try being admitted, rejected and removed', async () => {
    const page = await stage.open(room(buildStraightInQuery('Ada')));
    const inspector = page.getByRole('button', { name: 'Sandbox' });
    await inspector.click();
    await page.getByRole('button', { name: 'Locked' }).click();
    await page.getByRole('button', { name: 'Removes me' }).click();
    await expectPage(page.getByRole('heading', { level: 1 })).toHaveText('A host removed you from the meeting');
  });
});
