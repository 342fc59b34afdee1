import { describe, expect, test } from 'vitest';
import type { Surroundings } from '../pages/support/SurroundedMeeting.js';
import type { SurroundedPage } from './support/openSurroundings.js';
import { setUpSurroundings } from './support/setUpSurroundings.js';

const stage = setUpSurroundings();
let app: SurroundedPage;

/** What takes a click at a point of the page. */
const readTarget = (x: number, y: number) =>
  app.page.evaluate(([left, top]) => document.elementFromPoint(left!, top!)?.localName, [x, y]);

/** Whether the frame is drawn. */
const isDrawn = () =>
  app.page.evaluate(() => {
    const frame = document.querySelector('iframe')!;
    const { width, height } = frame.getBoundingClientRect();
    return (
      width * height > 0 &&
      frame.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
    );
  });

/** The ids and tags that Tab leads to from the top. */
async function listTabStops() {
  await app.page.locator('#before').focus();
  const stops: string[] = [];
  while (stops.at(-1) !== 'after') {
    await app.page.keyboard.press('Tab');
    stops.push(await app.readFocus());
  }
  return stops;
}

describe.each([
  ['with moveBefore', ''],
  ['without moveBefore', 'noMove'],
])('the pane of a persistent meeting, %s', (_how, query) => {
  /** A point in the middle of the pane. */
  const at = [500, 180] as const;

  async function open(initial?: Surroundings) {
    app = await stage.open(query, initial);
    await app.room.emit('ready');
    await expect.poll(() => readTarget(...at)).toBe('iframe');
  }

  test('takes no clicks while the app turns its pointer events off, as splitters do', async () => {
    await open();
    await app.surround({ paneStyle: { pointerEvents: 'none' } });
    await expect.poll(() => readTarget(...at)).not.toBe('iframe');
    expect(await isDrawn()).toBe(true);
    await app.surround({ paneStyle: {} });
    await expect.poll(() => readTarget(...at)).toBe('iframe');
    expect(app.room.loads).toHaveLength(1);
  });

  test('leaves a call alone when an Activity hides it: the call floats meanwhile, and is heard', async () => {
    await open();
    await app.join();
    await app.surround({ isPaneHidden: true });
    await expect.poll(() => app.readPlace()).toBe('float');
    await app.page.getByRole('button', { name: 'Minimise' }).waitFor();
    await app.room.emit('leave', { removed: false });
    await app.page.getByText('left', { exact: true }).waitFor();
    await app.surround({ isPaneHidden: false });
    await expect.poll(() => app.readPlace()).toBe('docked');
    await expect.poll(() => app.page.locator('iframe').count()).toBe(1);
  });

  test('gets a call back without a reload when an Activity shows it again', async () => {
    await open();
    await app.join();
    await app.surround({ isPaneHidden: true });
    await expect.poll(() => app.readPlace()).toBe('float');
    await app.surround({ isPaneHidden: false });
    await expect.poll(() => app.readPlace()).toBe('docked');
    await expect.poll(() => readTarget(...at)).toBe('iframe');
    await app.page.getByText('joined', { exact: true }).waitFor();
    expect(app.room.loads).toHaveLength(1);
  });

  test.each<[string, Surroundings]>([
    ['visibility: hidden', { paneStyle: { visibility: 'hidden' } }],
    ['display: none', { paneStyle: { display: 'none' } }],
    ['content-visibility: hidden', { paneStyle: { contentVisibility: 'hidden' } }],
  ])('hides the meeting with %s', async (_what, hidden) => {
    await open();
    await app.surround(hidden);
    await expect.poll(isDrawn).toBe(false);
    await expect.poll(() => readTarget(...at)).not.toBe('iframe');
    expect(await listTabStops()).not.toContain('iframe');
    await app.surround({ paneStyle: {} });
    await expect.poll(() => readTarget(...at)).toBe('iframe');
    expect(app.room.loads).toHaveLength(1);
  });

  test('fades the meeting', async () => {
    await open();
    const readOpacity = () =>
      app.page.locator('iframe').evaluate((frame) => {
        let opacity = 1;
        for (let at: Element | null = frame; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
        return opacity;
      });
    await app.surround({ paneStyle: { opacity: 0.5 } });
    await expect.poll(readOpacity).toBe(0.5);
    await app.surround({ paneStyle: { opacity: 0 } });
    await expect.poll(isDrawn).toBe(false);
    await app.surround({ paneStyle: {} });
    await expect.poll(readOpacity).toBe(1);
  });

  test('keeps clicks and keys from the meeting while it is inert', async () => {
    await open();
    await app.surround({ isPaneInert: true });
    await expect.poll(() => readTarget(...at)).not.toBe('iframe');
    expect(await listTabStops()).not.toContain('iframe');
    expect(await isDrawn()).toBe(true);
    await app.surround({ isPaneInert: false });
    await expect.poll(() => readTarget(...at)).toBe('iframe');
  });

  test.each<[string, NonNullable<Surroundings['coverStyle']>]>([
    ['a menu', { position: 'absolute', top: 80, left: 400, width: 200, height: 180, background: 'white' }],
    ['a low bar', { position: 'fixed', top: 60, left: 200, width: 800, height: 16, background: 'white' }],
    ['a picture', { position: 'fixed', top: 60, left: 300, width: 90, height: 90, background: 'url(data:,)' }],
  ])('is behind %s of the page', async (_what, coverStyle) => {
    await open();
    await app.surround({ coverStyle });
    const { x, y, width, height } = (await app.page.locator('#cover').boundingBox())!;
    const middle = [x + width / 2, y + height / 2] as const;
    const beside = [100, y + height / 2] as const;
    await expect.poll(() => readTarget(...middle)).toBe('button');
    await app.page.mouse.click(...middle);
    expect(await app.readFocus()).toBe('cover');
    // Beside it, the meeting is where it was.
    expect(await readTarget(...beside)).toBe('iframe');
    await app.surround({ coverStyle: undefined });
    await expect.poll(() => readTarget(...middle)).toBe('iframe');
    expect(app.room.loads).toHaveLength(1);
  });

  test('leaves clicks to a transparent element in front of all of it, and is seen through it', async () => {
    await open();
    await app.surround({ coverStyle: { position: 'fixed', inset: 0, background: 'none', border: 0 } });
    await expect.poll(() => readTarget(...at)).toBe('button');
    expect(await isDrawn()).toBe(true);
  });
});
