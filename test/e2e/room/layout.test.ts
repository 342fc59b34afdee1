import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectPage } from '../support/expectPage.js';
import { buildStraightInQuery, hostKey, openRoomStage } from '../support/openRoomStage.js';
import type { RoomStage } from '../support/openRoomStage.js';

let stage: RoomStage;
beforeAll(async () => {
  stage = await openRoomStage();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const frames = [
  [300, 200],
  [320, 240],
  [384, 256],
  [320, 480],
  [375, 667],
  [390, 844],
  [640, 360],
  [640, 480],
  [667, 375],
  [820, 1180],
  [1000, 420],
  [1000, 560],
  [1440, 900],
] as const;

const essential = ['microphone', 'camera', 'more', 'leave'];
const inRoom = buildStraightInQuery('Ada', hostKey);
const names = ['Noor', 'Tomás', 'Ingrid', 'Kofi', 'Yuki', 'Wilhelmina Featherstonehaugh-Cholmondeley'];

const fill = (count: number) => {
  const { meetingId } = stage.sandbox.world.findMeeting('/demo')!;
  for (let index = 0; index < count; index += 1)
    stage.sandbox.world.join(meetingId, {
      displayName: names[index % names.length]!,
      camera: index % 3 !== 1,
      handRaised: index === 0,
    });
};

/** What stands where, once nothing changes its size any more. */
const measure = (page: Page) =>
  page.evaluate(async () => {
    const read = () => {
      const listBoxes = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)]
          .map((element) => {
            const { left, top, right, bottom } = element.getBoundingClientRect();
            return { name: element.dataset['tool'] ?? element.textContent, left, top, right, bottom };
          })
          .filter(({ left, right }) => right > left);
      return {
        tools: listBoxes('.bottom-bar .tool'),
        tiles: listBoxes('.grid .tile'),
        labels: listBoxes('.tile .chip, .tile .tile-name'),
        primary: listBoxes('.button.primary'),
        width: document.documentElement.scrollWidth,
      };
    };
    let last = '';
    for (let now = JSON.stringify(read()); now !== last; now = JSON.stringify(read())) {
      last = now;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    return read();
  });

type Box = Awaited<ReturnType<typeof measure>>['tiles'][number];

const isInside = ({ left, top, right, bottom }: Box, width: number, height: number) =>
  left >= 0 && top >= 0 && right <= width && bottom <= height;

/** The face of a person in the middle of a tile, as `DrawnPerson` draws it. */
const faceOf = ({ left, top, right, bottom }: Box) => {
  const height = bottom - top;
  const middle = (left + right) / 2;
  return {
    left: middle - height * 0.17,
    right: middle + height * 0.17,
    top: top + height * 0.18,
    bottom: top + height * 0.66,
  };
};

type Area = Omit<Box, 'name'>;
const overlap = (one: Area, other: Area) =>
  one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;

async function expectLaidOut(page: Page): Promise<void> {
  for (const [width, height] of frames) {
    await page.setViewportSize({ width, height });
    const { tools, tiles, labels, ...shown } = await measure(page);
    const frame = `${width} by ${height}`;
    expect(shown.width, frame).toBe(width);
    for (const name of essential) {
      const tool = tools.find((one) => one.name === name);
      expect(tool && isInside(tool, width, height), `${name}, ${frame}`).toBe(true);
    }
    expect(new Set(tools.map(({ top }) => Math.round(top))).size, `rows of the bar, ${frame}`).toBe(1);
    for (const tile of tiles) {
      const ratio = (tile.right - tile.left) / (tile.bottom - tile.top);
      expect(ratio, `${tile.name}, ${frame}`).toBeGreaterThan(1.1);
      expect(ratio, `${tile.name}, ${frame}`).toBeLessThan(1.65);
      const under = tile.bottom - tile.top < 120 ? labels : [];
      expect(
        under.filter((label) => overlap(label, faceOf(tile))).map(({ name }) => name),
        `over the face of ${tile.name}, ${frame}`,
      ).toEqual([]);
      expect(
        tiles.filter((other) => other !== tile && overlap(other, tile)).map(({ name }) => name),
        `over ${tile.name}, ${frame}`,
      ).toEqual([]);
    }
  }
}

describe('the room in frames of any size', () => {
  it.each([0, 1, 4, 11, 49])('beside %i others has its tools in one row and tiles near 4:3', async (others) => {
    fill(others);
    const page = await stage.open(`${stage.sandbox.url}/demo?${inRoom}`);
    await expectPage(page.locator('[data-tool=participantCount]')).toContainText(String(others + 1));
    await expectLaidOut(page);
    expect(stage.problems).toEqual([]);
  });

  it('beside a panel has its tools in one row and tiles near 4:3, and names everyone in the grid', async () => {
    fill(4);
    const page = await stage.open(`${stage.sandbox.url}/demo?${inRoom}`);
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await expectPage(page.getByRole('textbox', { name: 'Message' })).toBeFocused();
    await expectLaidOut(page);
    await page.setViewportSize({ width: 1280, height: 720 });
    for (const name of names.slice(0, 4))
      await expectPage(page.locator('.grid .tile-who', { hasText: name })).toBeVisible();
  });

  it('has what leads on in sight before the meeting', async () => {
    const page = await stage.open(`${stage.sandbox.url}/demo?displayName=Ada`);
    for (const name of ['Continue', 'Join']) {
      const button = page.getByRole('button', { name, exact: true });
      await expectPage(button).toBeVisible();
      for (const [width, height] of frames) {
        await page.setViewportSize({ width, height });
        const { primary } = await measure(page);
        expect(
          primary.map((one) => isInside(one, width, height)),
          `${name}, ${width} by ${height}`,
        ).toEqual([true]);
      }
      await button.click();
    }
    await expectPage(page.getByRole('button', { name: 'Leave' })).toBeVisible();
  });

  it('shows a shared screen across a phone, with who shares it', async () => {
    const page = await stage.open(`${stage.sandbox.url}/demo?${inRoom}`, { viewport: { width: 1000, height: 700 } });
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.setViewportSize({ width: 375, height: 667 });
    await expectPage(page.getByText('Ada is sharing a screen')).toBeVisible();
    await expect.poll(async () => (await page.locator('.shared-screen').boundingBox())?.width).toBeGreaterThan(350);
  });
});

describe('the room from right to left', () => {
  it('is in Arabic once it is chosen, and turns back', async () => {
    const page = await stage.open(`${stage.sandbox.url}/demo?${inRoom}`, { viewport: { width: 375, height: 667 } });
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('ar');
    await expectPage(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expectPage(page.getByRole('button', { name: 'مغادرة' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expectLaidOut(page);
    await page.getByRole('button', { name: 'المزيد' }).click();
    await page.getByRole('combobox', { name: 'اللغة' }).selectOption('en');
    await expectPage(page.locator('html')).toHaveAttribute('dir', '');
    await expectPage(page.getByRole('button', { name: 'Leave' })).toBeVisible();
  });
});

describe('the list of people', () => {
  it('has each action in its own column, and finds by name', async () => {
    fill(6);
    const page = await stage.open(`${stage.sandbox.url}/demo?${inRoom}`);
    await page.getByRole('button', { name: 'People', exact: true }).click();
    await expectPage(page.locator('.people li')).toHaveCount(7);
    for (const action of ['spotlight', 'mute', 'remove']) {
      const boxes = await page
        .locator(`.people [data-action=${action}]`)
        .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().left)));
      expect(new Set(boxes).size, action).toBe(1);
    }
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('tomas');
    await expectPage(page.locator('.people li')).toHaveCount(1);
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('nobody');
    await expectPage(page.getByText('Nobody here has that name.')).toBeVisible();
  });
});

describe('the menu', () => {
  it('names what hosts do next', async () => {
    const page = await stage.open(`${stage.sandbox.url}/demo?${inRoom}`);
    const more = page.getByRole('button', { name: 'More', exact: true });
    const item = (name: string) => page.getByRole('group', { name: 'More' }).getByRole('button', { name, exact: true });
    for (const [start, stop] of [
      ['Start recording', 'Stop recording'],
      ['Lock room', 'Unlock room'],
      ['Start timer', 'Stop timer'],
    ] as const) {
      await more.click();
      await item(start).click();
      await expectPage(more).toBeFocused();
      await more.click();
      await expectPage(item(stop)).toBeVisible();
      await page.keyboard.press('Escape');
    }
  });
});
