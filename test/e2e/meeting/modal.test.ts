import { describe, expect, test } from 'vitest';
import type { SurroundedPage } from './support/openSurroundings.js';
import { setUpSurroundings } from './support/setUpSurroundings.js';

const stage = setUpSurroundings();
let app: SurroundedPage;

/** Opens a page whose meeting floats. */
async function float(query = '') {
  app = await stage.open(query);
  await app.join();
  await app.page.frames()[1]!.evaluate(() => {
    addEventListener('click', () => parent.postMessage({ type: 'clicked' }, '*'));
  });
  await app.page.evaluate(() => {
    addEventListener('message', ({ data }) => {
      if (data.type === 'clicked') document.title += ' clicked';
    });
  });
  await app.surround({ hasOutlet: false });
  await app.page.getByRole('button', { name: 'Minimise', includeHidden: true }).waitFor();
}

const readParent = () =>
  app.page
    .locator('[data-whereby-meeting]')
    .evaluate(({ parentElement }) => parentElement?.id || parentElement?.localName);

/** Where the window is once nothing moves any more. */
async function readPlace() {
  await app.page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  return app.page.locator('[data-whereby-meeting]').boundingBox();
}

/** Whether the participant reaches the room by pointer, and the window's buttons by keyboard. */
async function expectReachable() {
  await readPlace();
  const { x, y, width, height } = (await app.page.locator('iframe').boundingBox())!;
  await app.page.evaluate(() => (document.title = ''));
  await app.page.mouse.click(x + width / 2, y + height / 2);
  await expect.poll(() => app.page.title()).toBe('clicked');
  await app.page.getByRole('button', { name: 'Move' }).focus();
  const stops: string[] = [];
  while (stops.at(-1) !== 'Leave the meeting' && stops.length < 9) {
    await app.page.keyboard.press('Tab');
    stops.push(await app.readFocus());
  }
  expect(stops.at(-1)).toBe('Leave the meeting');
}

async function expectAlive() {
  expect(app.room.loads).toHaveLength(1);
  await app.room.emit('participantupdate', { count: 3 });
  expect(await app.page.locator('output').textContent()).toBe('joined');
  expect(await app.page.locator('iframe').count()).toBe(1);
}

describe('the floating window', () => {
  test('is reachable while modal dialogs are open, one in front of the other, and goes home', async () => {
    await float();
    await app.surround({ dialogs: ['outer'] });
    await expect.poll(readParent).toBe('outer');
    await expectReachable();
    await app.surround({ dialogs: ['inner', 'outer'] });
    await expect.poll(readParent).toBe('inner');
    await expectReachable();
    await app.page.locator('#inner-close').focus();
    await app.page.keyboard.press('Escape');
    await expect.poll(readParent).toBe('outer');
    await expectReachable();
    await app.page.locator('#outer-close').click();
    await expect.poll(readParent).toBe('div');
    await expectReachable();
    await expectAlive();
  });

  test.each<[string, () => unknown]>([
    ['React removes the dialog', () => window.surround({ dialogs: [] })],
    ['a script removes the dialog', () => document.querySelector('dialog[data-own]')?.remove()],
    [
      'a script removes what the dialog is in',
      () => {
        const section = document.querySelector('dialog[data-own]')!.parentElement!;
        section.parentElement!.removeChild(section);
      },
    ],
    [
      'a script replaces all there is',
      () => document.querySelector('dialog[data-own]')?.parentElement!.replaceChildren(),
    ],
  ])('keeps the call when %s without closing it', async (what, remove) => {
    await float();
    if (what.startsWith('React')) await app.surround({ dialogs: ['removed'] });
    else
      await app.page.evaluate(() => {
        const dialog = document.createElement('dialog');
        dialog.id = 'removed';
        dialog.dataset['own'] = '';
        document.body.appendChild(document.createElement('section')).append(dialog);
        dialog.showModal();
      });
    await expect.poll(readParent).toBe('removed');
    await app.page.evaluate(remove);
    await expect.poll(readParent).toBe('div');
    expect(await app.page.locator('dialog').count()).toBe(0);
    await expectReachable();
    await expectAlive();
  });

  test('is reachable while a dialog in a shadow tree is open, as of a component library, and goes home', async () => {
    await float();
    await app.page.evaluate(() => {
      const shadow = document.body.appendChild(document.createElement('section')).attachShadow({ mode: 'open' });
      const dialog = shadow.appendChild(document.createElement('dialog'));
      dialog.id = 'shaded';
      dialog.append(document.createElement('button'));
      dialog.showModal();
    });
    await expect.poll(readParent).toBe('shaded');
    await expectReachable();
    await app.page.keyboard.press('Escape');
    await expect.poll(readParent).toBe('div');
    await expectReachable();
    await expectAlive();
  });

  test('is reachable while a modal dialog is open in another window that the app is in', async () => {
    app = await stage.open('frame');
    await app.room.emit('ready');
    await app.room.emit('join');
    const inside = app.page.frameLocator('#window');
    await inside.getByText('joined', { exact: true }).waitFor();
    await app.surround({ hasOutlet: false });
    await inside.getByRole('button', { name: 'Minimise' }).waitFor();
    const readPlace = () =>
      inside
        .locator('[data-whereby-meeting]')
        .evaluate(({ parentElement }) => parentElement?.id || parentElement?.localName);
    await app.surround({ dialogs: ['there'] });
    await expect.poll(readPlace).toBe('there');
    await app.surround({ dialogs: [] });
    await expect.poll(readPlace).toBe('div');
    expect(app.room.loads).toHaveLength(1);
  });

  test('keeps the focus when a dialog closes around it, and the place it was moved to', async () => {
    await float();
    const move = app.page.getByRole('button', { name: 'Move' });
    await move.focus();
    await app.page.keyboard.press('Shift+ArrowLeft');
    await app.page.keyboard.press('Shift+ArrowUp');
    const place = await readPlace();
    await app.surround({ dialogs: ['one'] });
    await expect.poll(readParent).toBe('one');
    await expect.poll(readPlace).toEqual(place);
    await move.focus();
    await app.page.evaluate(() => document.querySelector('dialog')!.close());
    await expect.poll(readParent).toBe('div');
    await expect.poll(() => app.readFocus()).toContain('Move');
    await expect.poll(readPlace).toEqual(place);
  });

  test('is whole in a dialog that cuts off and shifts what is in it', async () => {
    await float();
    const box = await readPlace();
    await app.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        'dialog{transform:translate(30px,0);overflow:hidden;width:100px;height:50px} dialog *{margin:7px;border:3px solid}',
      );
      document.adoptedStyleSheets = [sheet];
    });
    await app.surround({ dialogs: ['narrow'] });
    await expect.poll(readParent).toBe('narrow');
    await expect.poll(readPlace).toEqual(box);
    await expectReachable();
  });

  test('is reachable while an element is in full screen', async () => {
    await float();
    await app.page
      .locator('#pane')
      .evaluate((pane) => pane.addEventListener('click', () => void pane.requestFullscreen()));
    await app.page.locator('#pane').click();
    await expect.poll(readParent).toBe('pane');
    await expectReachable();
    await app.page.evaluate(() => document.exitFullscreen());
    await expect.poll(readParent).toBe('div');
    await expectAlive();
  });

  test('is reachable while a library marks what is behind its dialog as inert', async () => {
    await float();
    await app.page.evaluate(() => (document.getElementById('root')!.inert = true));
    await expect.poll(readParent).toBe('body');
    await expectReachable();
    await app.page.evaluate(() => (document.getElementById('root')!.inert = false));
    await expect.poll(readParent).toBe('div');
    await expectAlive();
  });

  test('stays where it is for a popover and for a dialog that is not modal', async () => {
    await float();
    await app.page.evaluate(() => {
      const dialog = document.body.appendChild(document.createElement('dialog'));
      dialog.show();
      const popover = document.body.appendChild(document.createElement('div'));
      popover.popover = 'auto';
      popover.showPopover();
      // A modal dialog that opened last is known by where the window is.
      const last = document.body.appendChild(document.createElement('dialog'));
      last.id = 'last';
      document.title = document.querySelector('[data-whereby-meeting]')!.parentElement!.localName;
      last.showModal();
    });
    expect(await app.page.title()).toBe('div');
    await expect.poll(readParent).toBe('last');
  });

  test('docks again out of a dialog, and the call that is left there takes nothing along', async () => {
    await float();
    await app.surround({ dialogs: ['one'] });
    await expect.poll(readParent).toBe('one');
    await app.surround({ hasOutlet: true });
    await expect.poll(() => app.readPlace()).toBe('docked');
    expect(
      await app.page.locator('[data-whereby-meeting]').evaluate((element) => element.matches(':popover-open')),
    ).toBe(false);
    await app.surround({ hasOutlet: false });
    await expect.poll(readParent).toBe('one');
    await app.page.getByRole('button', { name: 'Leave the meeting' }).press('Enter');
    await app.page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).press('Enter');
    await expect.poll(() => app.page.locator('iframe').count()).toBe(0);
    await expect.poll(() => app.readFocus()).toBe('one-close');
    expect(app.room.loads).toHaveLength(1);
  });

  test('stays alive without moveBefore, where a modal dialog makes it inert', async () => {
    await float('noMove');
    await app.surround({ dialogs: ['one'] });
    await app.page.locator('#one-close').click();
    await expectReachable();
    await expectAlive();
  });
});
