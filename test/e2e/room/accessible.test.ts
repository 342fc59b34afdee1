import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { params } from '../../../src/params/registry.js';
import { commands } from '../../../src/protocol/commands.js';
import { expectPage } from '../support/expectPage.js';
import { buildStraightInQuery, hostKey, openRoomStage } from '../support/openRoomStage.js';
import type { RoomStage } from '../support/openRoomStage.js';

let stage: RoomStage;
let axe: string;
beforeAll(async () => {
  stage = await openRoomStage();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const inRoom = buildStraightInQuery('Ada', `${hostKey}&timer=on&subgridLabels=on`);
const pressed =
  (...names: string[]) =>
  async (page: Page) => {
    for (const name of names) {
      const button = page.getByRole('button', { name, exact: true }).first();
      // In a narrow frame it may be in the menu.
      if (!(await button.isVisible())) await page.getByRole('button', { name: 'More', exact: true }).click();
      await button.click();
    }
  };
const knocked = async (page: Page) => {
  const meeting = stage.sandbox.world.findMeeting('/demo');
  stage.sandbox.world.knock(meeting?.meetingId ?? '', { displayName: 'Somebody' });
  await expectPage(page.getByRole('button', { name: 'Let in' })).toBeVisible();
};

/** Every screen there is: the address's query and what is pressed to get there. */
const screens: Readonly<
  Record<string, readonly [query: string, reach?: ((page: Page) => Promise<void>) | undefined, room?: string]>
> = {
  permissions: ['precallPermissionsHelpLink=https://help.example/'],
  'devices refused': ['', pressed('Join without them')],
  check: ['precallCeremony=on', pressed('Continue')],
  review: ['', pressed('Continue')],
  'a wrong key': ['roomKey=nonsense'],
  meeting: [inRoom],
  'nobody else': [inRoom, undefined, 'lonely'],
  'nobody else, minimal': [`${inRoom}&minimal&emptyRoomInvitation=on`, undefined, 'lonely'],
  'a knock': [inRoom, knocked],
  'dark labels': [`${inRoom}&toolbarDarkText`],
  'no labels': [`${inRoom}&toolbarText=off&floatSelf`],
  minimal: [`${inRoom}&minimal`],
  reactions: [
    inRoom,
    async (page) => {
      const react = page.getByRole('button', { name: 'React', exact: true });
      // In a narrow frame they are in the menu.
      await ((await react.isVisible()) ? react : page.getByRole('button', { name: 'More', exact: true })).click();
    },
  ],
  more: [inRoom, pressed('More')],
  chat: [inRoom, pressed('Chat')],
  people: [inRoom, pressed('People')],
  groups: [inRoom, pressed('Groups', 'Open groups')],
  connection: [inRoom, pressed('Connection')],
  sharing: [inRoom, pressed('Share', 'Mini view')],
  inspector: [inRoom, pressed('Sandbox')],
  left: [inRoom, pressed('Leave')],
  ...Object.fromEntries(
    (commands.openSettings.argument as readonly string[]).map((pane, index) => [
      `settings: ${pane}`,
      [
        inRoom,
        async (page: Page) => {
          await page.getByRole('button', { name: 'Settings' }).click();
          await page.locator('.settings nav button').nth(index).click();
        },
      ],
    ]),
  ),
};

const people = () => {
  const { meetingId } = stage.sandbox.world.findMeeting('/demo')!;
  for (const [displayName, camera] of [
    ['Noor', true],
    ['Tomás', false],
    ['Ingrid', true],
    ['Kofi', true],
  ] as const)
    stage.sandbox.world.join(meetingId, { displayName, camera });
};

type Screen = (typeof screens)[string];

async function visit([query, reach, room = 'demo']: Screen, options: Parameters<RoomStage['open']>[1]): Promise<Page> {
  if (room === 'demo') people();
  const page = await stage.open(`${stage.sandbox.url}/${room}?${query}`, options);
  await expectPage(page.locator('.room:not([data-phase=connecting], [data-phase=entering])')).toBeVisible();
  await reach?.(page);
  return page;
}

async function expectAccessible(page: Page, width: number): Promise<void> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
    }),
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
}

/** What cannot be reached with a pointer: neither in sight nor to be scrolled to, or below something else. */
const outOfReach = (page: Page) =>
  page.evaluate(() => {
    // Nothing but a reader's own scrolling counts: what is clipped can be scrolled by scripts alone.
    const clip = Object.assign(document.createElement('style'), {
      textContent: 'body, .room, .meeting, .meeting-middle, .stage, .tile { overflow: clip !important }',
    });
    document.head.append(clip);
    const above = document.querySelector('dialog[open], .popover-sheet');
    const found = [...document.querySelectorAll<HTMLElement>('button, input, select, a, textarea')]
      .filter((it) => it.getBoundingClientRect().width > 0 && (!above || above.contains(it)))
      .filter((it) => {
        it.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const { left, top, width, height } = it.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        const panel = hit?.closest('.panel');
        // A panel of a small frame lies over the room; what is in it counts.
        if (panel && !panel.contains(it)) return false;
        return !hit || !(it.contains(hit) || it.closest('label')?.contains(hit));
      })
      .map((it) => it.getAttribute('aria-label') ?? it.textContent);
    clip.remove();
    return found;
  });

const frames = [
  { width: 320, height: 240, dir: 'ltr' },
  { width: 320, height: 480, dir: 'rtl' },
] as const;

describe('the room page', () => {
  it.each(Object.entries(screens))('is accessible and fits its frame: %s', async (_name, screen) => {
    const page = await visit(screen, { viewport: { width: 1280, height: 760 } });
    await expectAccessible(page, 1280);
    expect(stage.problems).toEqual([]);
  });

  it.each(Object.entries(screens))(
    'in a low frame has everything within reach, in a narrow and dark one is accessible and fits: %s',
    async (_name, screen) => {
      const page = await visit(screen, { viewport: frames[0], colorScheme: 'dark' });
      for (const { width, height, dir } of frames) {
        await page.setViewportSize({ width, height });
        await page.evaluate(async (direction) => {
          document.documentElement.dir = direction;
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        }, dir);
        expect(await outOfReach(page), `${width} by ${height}, ${dir}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      await page.evaluate(() => document.documentElement.removeAttribute('dir'));
      await expectAccessible(page, 320);
      expect(stage.problems).toEqual([]);
    },
  );
});

describe('the room in the narrowest frame', () => {
  it('shows every button in every language', async () => {
    people();
    const address = (lang: string) => `${stage.sandbox.url}/demo?${inRoom}&lang=${lang}`;
    const [first, ...others] = params.lang.values ?? [];
    const page = await stage.open(address(first!), { viewport: { width: 320, height: 640 } });
    const check = async (lang: string) => {
      await expectPage(page.locator('[data-tool=leave]')).toBeVisible();
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll('button')]
          .filter((button) => {
            const box = button.getBoundingClientRect();
            return box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight || box.height < 36;
          })
          .map((button) => button.dataset['tool']),
      );
      expect(outside, lang).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.lang), lang).not.toBe('');
    };
    await check(first!);
    for (const lang of others) {
      await page.goto(address(lang));
      await check(lang);
    }
    expect(others).toHaveLength(17);
  });
});

describe('the room with the keyboard alone', () => {
  it('lets a participant join, open and close every panel, and leave', async () => {
    const page = await stage.open(`${stage.sandbox.url}/demo?displayName=Ada`);
    await expectPage(page.getByRole('button', { name: 'Continue' })).toBeVisible();
    const tabTo = async (name: string) => {
      for (let i = 0; i < 30; i += 1) {
        await page.keyboard.press('Tab');
        const there = await page.evaluate(
          () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
        );
        if (there === name) return;
      }
      throw new Error(`${name} cannot be reached with the Tab key`);
    };
    await tabTo('Continue');
    await page.keyboard.press('Enter');
    await expectPage(page.getByRole('button', { name: 'Join' })).toBeVisible();
    await tabTo('Join');
    await page.keyboard.press('Enter');
    await expectPage(page.getByRole('button', { name: 'Leave' })).toBeVisible();
    await tabTo('More');
    await page.keyboard.press('Enter');
    await expectPage(page.getByRole('group', { name: 'More' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expectPage(page.getByRole('group', { name: 'More' })).toHaveCount(0);
    await expectPage(page.getByRole('button', { name: 'More' })).toBeFocused();
    await page.getByRole('button', { name: 'Chat' }).focus();
    await page.keyboard.press('Enter');
    await expectPage(page.getByRole('textbox', { name: 'Message' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expectPage(page.getByRole('button', { name: 'Chat' })).toBeFocused();
    await tabTo('Leave');
    await page.keyboard.press('Enter');
    await expectPage(page.getByRole('heading')).toHaveText('See you next time!');
  });
});
