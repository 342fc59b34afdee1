import { describe, expect, test } from 'vitest';
import type { SurroundedPage } from './support/openSurroundings.js';
import { setUpSurroundings } from './support/setUpSurroundings.js';

const stage = setUpSurroundings();
let app: SurroundedPage;

/** Tabs from the top of the page to what has this id, name or tag. */
async function tabTo(name: string) {
  await app.page.locator('#before').focus();
  for (let presses = 0; presses < 20 && (await app.readFocus()) !== name; presses++)
    await app.page.keyboard.press('Tab');
  expect(await app.readFocus()).toBe(name);
}

describe.each([
  ['a document', ''],
  ['a shadow root', 'shadow'],
  ['a document, without moveBefore', 'noMove'],
])('in %s, the focus', (_where, query) => {
  test('stays on a control that is disabled when the participant is let in', async () => {
    app = await stage.open(query);
    await app.room.emit('ready');
    await expect.poll(() => app.page.getByRole('button', { name: 'Knock' }).isEnabled()).toBe(true);
    await tabTo('Knock');
    await app.page.keyboard.press('Enter');
    await app.room.emit('knock');
    await app.join();
    expect(await app.readFocus()).toBe('Knock');
    await app.page.keyboard.press('Tab');
    expect(await app.readFocus()).toBe('Leave');
    await app.page.keyboard.press('Shift+Tab');
    expect(await app.readFocus()).toBe('before');
  });

  test('stays on the button that left the meeting', async () => {
    app = await stage.open(query);
    await app.join();
    await tabTo('Leave');
    await app.page.keyboard.press('Enter');
    await app.room.emit('leave', { removed: false });
    await app.page.getByText('left', { exact: true }).waitFor();
    expect(await app.readFocus()).toBe('Leave');
  });

  test('goes from consent to what covers the room, and from there to the room', async () => {
    app = await stage.open(query, { hasConsent: true, hasLoading: true });
    await app.page.getByText('I agree').focus();
    await app.page.keyboard.press('Enter');
    await app.page.getByText('One moment').waitFor();
    await expect.poll(() => app.readFocus()).toBe('div');
    await app.room.emit('ready');
    await expect.poll(() => app.readFocus()).toBe('iframe');
  });

  test('goes from a button that asks again to what comes in its place', async () => {
    app = await stage.open(query, { room: { status: 'error', canRetry: true } });
    await app.page.getByText('Try again').focus();
    await app.surround({ room: { status: 'loading' } });
    await app.page.getByText('Getting the meeting').waitFor();
    await expect.poll(() => app.readFocus()).toBe('div');
    await app.surround({ room: 'https://acme.whereby.com/surrounded' });
    await expect.poll(() => app.readFocus()).toBe('iframe');
  });

  test('stays in the room when another room is loaded', async () => {
    app = await stage.open(query);
    await app.room.emit('ready');
    await app.page.locator('iframe').focus();
    await app.surround({ room: 'https://acme.whereby.com/another' });
    await expect.poll(() => app.room.loads.length).toBe(2);
    await expect.poll(() => app.readFocus()).toBe('iframe');
  });

  test('goes back to where it was when the floating window closes, or to the nearest control', async () => {
    app = await stage.open(query);
    await app.join();
    await app.page.locator('#after').focus();
    await app.surround({ hasOutlet: false });
    const leave = app.page.getByRole('button', { name: 'Leave the meeting' });
    await leave.focus();
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).press('Enter');
    await expect.poll(() => app.page.locator('iframe').count()).toBe(0);
    expect(await app.readFocus()).toBe('after');

    await app.surround({ hasOutlet: true });
    await expect.poll(() => app.room.loads.length).toBe(2);
    await app.join();
    await app.surround({ hasOutlet: false });
    await leave.focus();
    await app.page.locator('#after').evaluate((button) => button.setAttribute('disabled', ''));
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).press('Enter');
    await expect.poll(() => app.page.locator('iframe').count()).toBe(0);
    expect(await app.readFocus()).toBe('Leave');
  });

  test('is in the room after coming back from the floating window', async () => {
    app = await stage.open(query);
    await app.join();
    await app.surround({ hasOutlet: false });
    await app.page.getByRole('button', { name: 'Minimise' }).focus();
    await app.surround({ hasOutlet: true });
    await expect.poll(() => app.readPlace()).toBe('docked');
    await expect.poll(() => app.readFocus()).toBe('iframe');
    expect(app.room.loads).toHaveLength(1);
  });

  test('leaves a call that goes on out of sight', async () => {
    app = await stage.open(query, { away: 'hide' });
    await app.join();
    await app.page.locator('iframe').focus();
    await app.surround({ hasOutlet: false });
    await expect.poll(() => app.readPlace()).toBe('hide');
    await expect.poll(() => app.readFocus()).toBe('after');
  });
});

test('an outlet in another window holds a frame there', async () => {
  app = await stage.open('', { hasOutlet: false, isInOtherWindow: true });
  await app.join();
  expect(
    await app.page
      .frames()[1]!
      .locator('iframe')
      .evaluate((frame: HTMLIFrameElement) => frame.offsetHeight),
  ).toBeGreaterThan(100);
  expect(await app.page.locator('[data-whereby-meeting] iframe').count()).toBe(0);
  await app.surround({ isInOtherWindow: false });
  await app.page.getByText('left', { exact: true }).waitFor();
  await app.surround({ hasOutlet: true });
  await expect.poll(() => app.readPlace()).toBe('docked');
  await expect.poll(() => app.room.loads.length).toBe(2);
});
