import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { expect as seen } from 'playwright/test';
import { heard, hostKey, post, roomFrame, setStage, straightIn } from './support.js';
import type { Stage } from './support.js';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterEach(async () => {
  expect(stage.complaints).toEqual([]);
  await stage.clear();
});
afterAll(() => stage.close());

const room = (query: string, name = 'demo') => `${stage.sandbox.url}/${name}?${query}`;
const types = async (page: Parameters<typeof heard>[0]) => (await heard(page)).map(({ data }) => data.type);

describe('two browsers in one room of the sandbox', () => {
  it('see each other’s names, chat, devices, hands and leaving', async () => {
    const ada = await stage.open(room(straightIn('Ada', hostKey)));
    const bob = await stage.open(room(straightIn('Bob')));
    await seen(ada.getByRole('article', { name: 'Bob' })).toBeVisible();
    await seen(bob.getByRole('article', { name: 'Ada' })).toBeVisible();
    await seen(bob.locator('[data-tool=participantCount]')).toHaveText('2/200');

    await ada.getByRole('button', { name: 'Chat' }).click();
    await ada.getByRole('textbox', { name: 'Message' }).fill('Hello <b>Bob</b>');
    await ada.keyboard.press('Enter');
    await bob.getByRole('button', { name: 'Chat' }).click();
    await seen(bob.locator('.messages')).toContainText('Hello <b>Bob</b>');

    await bob.getByRole('button', { name: 'Camera' }).click();
    await seen(ada.getByRole('article', { name: 'Bob' }).locator('.initials')).toHaveText('B');
    await bob.getByRole('button', { name: 'React' }).click();
    await bob.getByRole('button', { name: 'Raise hand' }).click();
    await seen(ada.getByRole('article', { name: 'Bob' }).getByTitle('Raise hand')).toBeVisible();

    await bob.getByRole('button', { name: 'Leave' }).click();
    await seen(ada.getByRole('article', { name: 'Bob' })).toHaveCount(0);
    await seen(bob.getByRole('heading')).toHaveText('See you next time!');
  });

  it('lock, knock, let in, turn away and remove', async () => {
    const ada = await stage.open(room(straightIn('Ada', hostKey)));
    await ada.getByRole('button', { name: 'Lock room' }).click();
    await seen(ada.getByRole('button', { name: 'Lock room' })).toHaveAttribute('aria-pressed', 'true');
    const bob = await stage.open(room(straightIn('Bob')));
    await bob.getByRole('button', { name: 'Knock' }).click();
    await ada.getByRole('button', { name: 'Turn away' }).click();
    await seen(bob.getByRole('heading')).toHaveText('You were not let in');
    await bob.getByRole('button', { name: 'Knock again' }).click();
    await ada.getByRole('button', { name: 'Let in' }).click();
    await seen(bob.getByRole('article', { name: 'Ada' })).toBeVisible();
    await ada.getByRole('button', { name: 'People' }).click();
    await ada.getByRole('button', { name: 'Remove Bob' }).click();
    await seen(bob.getByRole('heading')).toHaveText('A host removed you from the meeting');
  });

  it('go into groups and come back', async () => {
    const ada = await stage.open(room(straightIn('Ada', `${hostKey}&groups=red,blue`)));
    const bob = await stage.open(room(straightIn('Bob')));
    await ada.getByRole('button', { name: 'Groups' }).click();
    await ada.getByRole('button', { name: 'Open groups' }).click();
    await bob.getByRole('button', { name: 'Groups' }).click();
    await bob.getByRole('button', { name: /^red/ }).click();
    await seen(bob.getByRole('article', { name: 'Ada' })).toHaveCount(0);
    await ada.getByRole('button', { name: 'Close groups' }).click();
    await seen(bob.getByRole('article', { name: 'Ada' })).toBeVisible();
  });

  it('find their places again after the network was lost', async () => {
    const ada = await stage.open(stage.app.embed(room(straightIn('Ada', 'jsApi=true'))));
    const bob = await stage.open(room(straightIn('Bob')));
    await seen(bob.getByRole('article', { name: 'Ada' })).toBeVisible();
    stage.sandbox.dropConnections();
    await vi.waitFor(async () => expect(await types(ada)).toContain('connection_status_change'));
    await vi.waitFor(
      async () =>
        expect(
          (await heard(ada)).findLast(({ data }) => data.type === 'connection_status_change')?.data.payload,
        ).toEqual({
          status: 'stable',
        }),
      10_000,
    );
    await seen(bob.getByRole('article', { name: 'Ada' })).toBeVisible();
    expect((await types(ada)).filter((type) => type === 'join')).toHaveLength(1);
  });
});

describe('a room in a frame', () => {
  it('tells its page what happens and does what it says', async () => {
    const page = await stage.open(stage.app.embed(room(straightIn('Ada', 'jsApi=true'))));
    await vi.waitFor(async () =>
      expect(await heard(page)).toEqual([
        { origin: stage.sandbox.url, data: { type: 'ready' } },
        { origin: stage.sandbox.url, data: { type: 'join' } },
        { origin: stage.sandbox.url, data: { type: 'participantupdate', payload: { count: 1 } } },
      ]),
    );
    await post(page, { command: 'toggle_chat', args: [] });
    await seen(roomFrame(page).getByRole('complementary', { name: 'Chat' })).toBeVisible();
    for (const nonsense of [null, 'leave_room', { command: 'leave_room2' }, { command: ['leave_room'] }, 7])
      await post(page, nonsense);
    await post(page, { command: 'leave_room', args: [] });
    await vi.waitFor(async () =>
      expect((await heard(page)).at(-1)?.data).toEqual({ type: 'leave', payload: { removed: false } }),
    );
  });

  it('says nothing and obeys nothing without jsApi', async () => {
    const page = await stage.open(stage.app.embed(room(straightIn('Ada'))));
    const frame = roomFrame(page);
    await seen(frame.getByRole('button', { name: 'Leave' })).toBeVisible();
    await post(page, { command: 'leave_room', args: [] });
    await frame.getByRole('button', { name: 'Chat' }).click();
    await seen(frame.getByRole('complementary', { name: 'Chat' })).toBeVisible();
    expect(await heard(page)).toEqual([]);
  });

  it('obeys no window but its page’s', async () => {
    const page = await stage.open(stage.app.embed(room(straightIn('Ada', 'jsApi=true'))));
    const frame = roomFrame(page);
    await seen(frame.getByRole('button', { name: 'Leave' })).toBeVisible();
    await page.evaluate(() => {
      const other = document.body.appendChild(document.createElement('iframe'));
      other.srcdoc = `<script>parent.frames[0].postMessage({ command: 'leave_room', args: [] }, '*'); parent.done = true</script>`;
    });
    await page.waitForFunction(() => (window as unknown as { done?: boolean }).done);
    await post(page, { command: 'toggle_chat', args: [] });
    await seen(frame.getByRole('complementary', { name: 'Chat' })).toBeVisible();
    expect(await types(page)).not.toContain('leave');
  });

  it('ignores commands from a page whose origin is not allowed, and still tells it things', async () => {
    stage.sandbox.setAllowedDomains(['https://elsewhere.example']);
    try {
      const page = await stage.open(stage.app.embed(room(straightIn('Ada', 'jsApi=true'))));
      const frame = roomFrame(page);
      await seen(frame.getByRole('button', { name: 'Leave' })).toBeVisible();
      await post(page, { command: 'leave_room', args: [] });
      await frame.getByRole('button', { name: 'Sandbox' }).click();
      await seen(frame.locator('.wire')).toContainText('ignored leaveRoom');
      expect(await types(page)).toContain('join');
    } finally {
      stage.sandbox.setAllowedDomains(null);
    }
  });

  it('asks for camera and microphone and shows the picture', async () => {
    const page = await stage.open(stage.app.embed(room('displayName=Ada&jsApi=true')));
    const frame = roomFrame(page);
    await frame.getByRole('button', { name: 'Continue' }).click();
    await seen(frame.locator('video')).toBeVisible();
    await frame.getByRole('button', { name: 'Join' }).click();
    await seen(frame.getByRole('button', { name: 'Leave' })).toBeVisible();
    expect(await heard(page)).toContainEqual({
      origin: stage.sandbox.url,
      data: { type: 'grant_device_permission', payload: { granted: true } },
    });
  });

  it('tests camera, microphone, speaker and network with what the browser has', async () => {
    const page = await stage.open(stage.app.embed(room('displayName=Ada&jsApi=true&precallCeremony=on')));
    const frame = roomFrame(page);
    await frame.getByRole('button', { name: 'Continue' }).click();
    const passed = { status: 'passed' };
    await vi.waitFor(
      async () =>
        expect(await heard(page)).toContainEqual({
          origin: stage.sandbox.url,
          data: {
            type: 'precall_check_completed',
            payload: {
              status: 'passed',
              steps: { camera: passed, speaker: passed, microphone: passed, bandwidth: passed },
            },
          },
        }),
      20_000,
    );
    await seen(frame.locator('.checks li').nth(0)).toContainText(/fake.* · \d+×\d+/);
    await seen(frame.locator('.checks li').nth(2)).toContainText(/fake/i);
    await seen(frame.locator('.checks li').nth(3)).toContainText('Mbit/s');
  });

  it('fails the test before the call for a camera that gives no picture and a microphone that is dead', async () => {
    const page = await stage.browser.newPage();
    await page.addInitScript(() => {
      // A stream as of devices that are there and give nothing: a canvas never drawn on, and silence.
      navigator.mediaDevices.getUserMedia = () => {
        const audio = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
        const video = document.createElement('canvas').captureStream(0).getVideoTracks();
        return Promise.resolve(new MediaStream([...audio, ...video]));
      };
    });
    await page.goto(stage.app.embed(room('displayName=Ada&jsApi=true&precallCeremony=on')));
    await roomFrame(page).getByRole('button', { name: 'Continue' }).click();
    await vi.waitFor(
      async () =>
        expect((await heard(page)).find(({ data }) => data.type === 'precall_check_completed')?.data.payload).toEqual({
          status: 'failed',
          steps: {
            camera: { status: 'failed' },
            speaker: { status: 'passed' },
            microphone: { status: 'failed' },
            bandwidth: { status: 'passed' },
          },
        }),
      20_000,
    );
    await page.close();
  });

  it('shows one person in the browser’s picture in picture, until either side closes it', async () => {
    const page = await stage.open(stage.app.embed(room(straightIn('Ada', 'jsApi=true'))));
    const frame = roomFrame(page);
    const pip = frame.getByRole('button', { name: 'Mini view' });
    const outside = () => frame.evaluate(() => document.pictureInPictureElement !== null);
    await pip.click();
    await vi.waitFor(async () => expect(await outside()).toBe(true));
    await seen(frame.locator('.mini-view')).toHaveCount(0);
    await pip.click();
    await vi.waitFor(async () => expect(await outside()).toBe(false));
    await pip.click();
    await vi.waitFor(async () => expect(await outside()).toBe(true));
    await frame.evaluate(() => document.exitPictureInPicture());
    await seen(pip).toHaveAttribute('aria-pressed', 'false');
    const toggles = (await heard(page)).filter(({ data }) => data.type === 'pip_toggle');
    expect(toggles.map(({ data }) => data.payload)).toEqual([true, false, true, false].map((open) => ({ open })));
  });

  it('lets the page behind show through', async () => {
    const page = await stage.open(stage.app.embed(room(straightIn('Ada', 'background=off&video=off'))));
    await seen(roomFrame(page).getByRole('button', { name: 'Leave' })).toBeVisible();
    await page.evaluate(() => (document.body.style.background = 'rgb(1, 200, 3)'));
    const png = await page.screenshot({ clip: { x: 2, y: 300, width: 1, height: 1 } });
    const colour = await page.evaluate(
      async (bytes) => {
        const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
        canvas.drawImage(image, 0, 0);
        return [...canvas.getImageData(0, 0, 1, 1).data];
      },
      [...png],
    );
    // A bar's shadow may lie over it.
    expect(colour[1]).toBeGreaterThan(170);
    expect(Math.max(colour[0] ?? 255, colour[2] ?? 255)).toBeLessThan(10);
  });
});

describe('an address that leads nowhere', () => {
  it('says so, for a wrong key', async () => {
    const page = await stage.open(room('roomKey=nonsense'));
    await seen(page.getByRole('heading')).toHaveText('The key in this address is not valid');
  });
});
