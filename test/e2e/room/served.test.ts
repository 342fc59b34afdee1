import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectPage } from '../support/expectPage.js';
import {
  buildStraightInQuery,
  getRoomFrame,
  hostKey,
  openRoomStage,
  postToRoom,
  readAllMessages,
  readMessages,
  readMessageTypes,
} from '../support/openRoomStage.js';
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

const room = (query: string, name = 'demo') => `${stage.sandbox.url}/${name}?${query}`;

describe('two browsers in one room of the sandbox', () => {
  it('show each other’s names, chat, devices, raised hands and leaving', async () => {
    const ada = await stage.open(room(buildStraightInQuery('Ada', hostKey)));
    const bob = await stage.open(room(buildStraightInQuery('Bob')));
    await expectPage(ada.getByRole('article', { name: 'Bob' })).toBeVisible();
    await expectPage(bob.getByRole('article', { name: 'Ada' })).toBeVisible();
    await expectPage(bob.locator('[data-tool=participantCount]')).toHaveText('2/200');

    await ada.getByRole('button', { name: 'Chat' }).click();
    await ada.getByRole('textbox', { name: 'Message' }).fill('Hello <b>Bob</b>');
    await ada.keyboard.press('Enter');
    await bob.getByRole('button', { name: 'Chat' }).click();
    await expectPage(bob.locator('.messages')).toContainText('Hello <b>Bob</b>');

    await bob.getByRole('button', { name: 'Camera' }).click();
    await expectPage(ada.getByRole('article', { name: 'Bob' }).locator('.initials')).toHaveText('B');
    await bob.getByRole('button', { name: 'React' }).click();
    await bob.getByRole('button', { name: 'Raise hand' }).click();
    await expectPage(ada.getByRole('article', { name: 'Bob' }).getByTitle('Raise hand')).toBeVisible();

    await bob.getByRole('button', { name: 'Leave' }).click();
    await expectPage(ada.getByRole('article', { name: 'Bob' })).toHaveCount(0);
    await expectPage(bob.getByRole('heading')).toHaveText('See you next time!');
  });

  it('let the host lock the room, admit or reject a knock, and remove a participant', async () => {
    const ada = await stage.open(room(buildStraightInQuery('Ada', hostKey)));
    await ada.getByRole('button', { name: 'Lock room' }).click();
    await expectPage(ada.getByRole('button', { name: 'Lock room' })).toHaveAttribute('aria-pressed', 'true');
    const bob = await stage.open(room(buildStraightInQuery('Bob')));
    await bob.getByRole('button', { name: 'Knock' }).click();
    await ada.getByRole('button', { name: 'Turn away' }).click();
    await expectPage(bob.getByRole('heading')).toHaveText('You were not let in');
    await bob.getByRole('button', { name: 'Knock again' }).click();
    await ada.getByRole('button', { name: 'Let in' }).click();
    await expectPage(bob.getByRole('article', { name: 'Ada' })).toBeVisible();
    await ada.getByRole('button', { name: 'People' }).click();
    await ada.getByRole('button', { name: 'Remove Bob' }).click();
    await expectPage(bob.getByRole('heading')).toHaveText('A host removed you from the meeting');
  });

  it('move into breakout groups and back', async () => {
    const ada = await stage.open(room(buildStraightInQuery('Ada', `${hostKey}&groups=red,blue`)));
    const bob = await stage.open(room(buildStraightInQuery('Bob')));
    await ada.getByRole('button', { name: 'Groups' }).click();
    await ada.getByRole('button', { name: 'Open groups' }).click();
    await bob.getByRole('button', { name: 'Groups' }).click();
    await bob.getByRole('button', { name: /^red/ }).click();
    await expectPage(bob.getByRole('article', { name: 'Ada' })).toHaveCount(0);
    await ada.getByRole('button', { name: 'Close groups' }).click();
    await expectPage(bob.getByRole('article', { name: 'Ada' })).toBeVisible();
  });

  it('resume their sessions after the network was lost', async () => {
    const ada = await stage.open(stage.app.buildEmbedUrl(room(buildStraightInQuery('Ada', 'jsApi=true'))));
    const bob = await stage.open(room(buildStraightInQuery('Bob')));
    await expectPage(bob.getByRole('article', { name: 'Ada' })).toBeVisible();
    stage.sandbox.dropConnections();
    await expect.poll(() => readMessageTypes(ada)).toContain('connection_status_change');
    await expect
      .poll(
        async () => (await readMessages(ada)).findLast(({ data }) => data.type === 'connection_status_change')?.data,
      )
      .toMatchObject({ payload: { status: 'stable' } });
    await expectPage(bob.getByRole('article', { name: 'Ada' })).toBeVisible();
    expect((await readAllMessages(ada)).filter(({ data }) => data.type === 'join')).toHaveLength(1);
  });
});

describe('a room in a frame', () => {
  it('posts events to its page and obeys its commands', async () => {
    const page = await stage.open(stage.app.buildEmbedUrl(room(buildStraightInQuery('Ada', 'jsApi=true'))));
    await expect
      .poll(() => readMessages(page))
      .toEqual([
        { origin: stage.sandbox.url, data: { type: 'ready' } },
        { origin: stage.sandbox.url, data: { type: 'join' } },
        { origin: stage.sandbox.url, data: { type: 'participantupdate', payload: { count: 1 } } },
      ]);
    await postToRoom(page, { command: 'toggle_chat', args: [] });
    await expectPage(getRoomFrame(page).getByRole('complementary', { name: 'Chat' })).toBeVisible();
    for (const nonsense of [null, 'leave_room', { command: 'leave_room2' }, { command: ['leave_room'] }, 7])
      await postToRoom(page, nonsense);
    await postToRoom(page, { command: 'leave_room', args: [] });
    await expect
      .poll(async () => (await readMessages(page)).at(-1)?.data)
      .toEqual({ type: 'leave', payload: { removed: false } });
  });

  it('posts nothing and obeys nothing without jsApi', async () => {
    const page = await stage.open(stage.app.buildEmbedUrl(room(buildStraightInQuery('Ada'))));
    const frame = getRoomFrame(page);
    await expectPage(frame.getByRole('button', { name: 'Leave' })).toBeVisible();
    await postToRoom(page, { command: 'leave_room', args: [] });
    await frame.getByRole('button', { name: 'Chat' }).click();
    await expectPage(frame.getByRole('complementary', { name: 'Chat' })).toBeVisible();
    expect(await readAllMessages(page)).toEqual([]);
    await expectPage(frame.getByRole('button', { name: 'Leave' })).toBeVisible();
  });

  it('obeys only the window of its page', async () => {
    const page = await stage.open(stage.app.buildEmbedUrl(room(buildStraightInQuery('Ada', 'jsApi=true'))));
    const frame = getRoomFrame(page);
    await expectPage(frame.getByRole('button', { name: 'Leave' })).toBeVisible();
    await page.evaluate(() => {
      const other = document.body.appendChild(document.createElement('iframe'));
      other.srcdoc = `<script>parent.frames[0].postMessage({ command: 'leave_room', args: [] }, '*'); parent.done = true</script>`;
    });
    await page.waitForFunction(() => (window as unknown as { done?: boolean }).done);
    await postToRoom(page, { command: 'toggle_chat', args: [] });
    await expectPage(frame.getByRole('complementary', { name: 'Chat' })).toBeVisible();
    const types = (await readAllMessages(page)).map(({ data }) => data.type);
    expect(types).toContain('chat_toggle');
    expect(types).not.toContain('leave');
  });

  it('ignores commands from a page whose origin is not allowed, and still posts events to it', async () => {
    stage.sandbox.setAllowedDomains(['https://elsewhere.example']);
    try {
      const page = await stage.open(stage.app.buildEmbedUrl(room(buildStraightInQuery('Ada', 'jsApi=true'))));
      const frame = getRoomFrame(page);
      await expectPage(frame.getByRole('button', { name: 'Leave' })).toBeVisible();
      await postToRoom(page, { command: 'leave_room', args: [] });
      await frame.getByRole('button', { name: 'Sandbox' }).click();
      await expectPage(frame.locator('.wire')).toContainText('ignored leaveRoom');
      await expect.poll(() => readMessageTypes(page)).toContain('join');
    } finally {
      stage.sandbox.setAllowedDomains(null);
    }
  });

  it('asks for camera and microphone and shows the video', async () => {
    const page = await stage.open(stage.app.buildEmbedUrl(room('displayName=Ada&jsApi=true')));
    const frame = getRoomFrame(page);
    await frame.getByRole('button', { name: 'Continue' }).click();
    await expectPage(frame.locator('video')).toBeVisible();
    await frame.getByRole('button', { name: 'Join' }).click();
    await expectPage(frame.getByRole('button', { name: 'Leave' })).toBeVisible();
    expect(await readAllMessages(page)).toContainEqual({
      origin: stage.sandbox.url,
      data: { type: 'grant_device_permission', payload: { granted: true } },
    });
  });

  it('checks camera, microphone, speaker and network with the browser’s own means', async () => {
    const page = await stage.open(stage.app.buildEmbedUrl(room('displayName=Ada&jsApi=true&precallCeremony=on')));
    const frame = getRoomFrame(page);
    await expectPage(frame.getByRole('button', { name: 'Continue' })).toBeVisible();
    // Each device has three seconds to give something. They pass as slowly as this machine works.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await frame.getByRole('button', { name: 'Continue' }).click();
    const passed = { status: 'passed' };
    await expect
      .poll(async () => {
        await page.clock.runFor(25);
        return readMessages(page);
      })
      .toContainEqual({
        origin: stage.sandbox.url,
        data: {
          type: 'precall_check_completed',
          payload: {
            status: 'passed',
            steps: { camera: passed, speaker: passed, microphone: passed, bandwidth: passed },
          },
        },
      });
    await expectPage(frame.locator('.checks li').nth(0)).toContainText(/fake.* · \d+×\d+/);
    await expectPage(frame.locator('.checks li').nth(2)).toContainText(/fake/i);
    await expectPage(frame.locator('.checks li').nth(3)).toContainText('Mbit/s');
  });

  it('fails the device check for a camera without a picture and a silent microphone', async () => {
    const page = await stage.browser.newPage();
    await page.addInitScript(() => {
      // A stream as of devices that are there and give nothing: a canvas never drawn on, and silence.
      navigator.mediaDevices.getUserMedia = () => {
        const audio = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
        const video = document.createElement('canvas').captureStream(0).getVideoTracks();
        return Promise.resolve(new MediaStream([...audio, ...video]));
      };
    });
    await page.goto(stage.app.buildEmbedUrl(room('displayName=Ada&jsApi=true&precallCeremony=on')));
    await getRoomFrame(page).getByRole('button', { name: 'Continue' }).click();
    await expect
      .poll(async () => (await readMessages(page)).find(({ data }) => data.type === 'precall_check_completed')?.data)
      .toMatchObject({
        payload: {
          status: 'failed',
          steps: {
            camera: { status: 'failed' },
            speaker: { status: 'passed' },
            microphone: { status: 'failed' },
            bandwidth: { status: 'passed' },
          },
        },
      });
    await page.close();
  });

  it('shows one participant in picture-in-picture until either side closes it', async () => {
    const page = await stage.open(stage.app.buildEmbedUrl(room(buildStraightInQuery('Ada', 'jsApi=true'))));
    const frame = getRoomFrame(page);
    const pip = frame.getByRole('button', { name: 'Mini view' });
    const isInPicture = () => frame.evaluate(() => document.pictureInPictureElement !== null);
    await pip.click();
    await expect.poll(isInPicture).toBe(true);
    await expectPage(frame.locator('.mini-view')).toHaveCount(0);
    await pip.click();
    await expect.poll(isInPicture).toBe(false);
    await pip.click();
    await expect.poll(isInPicture).toBe(true);
    await frame.evaluate(() => document.exitPictureInPicture());
    await expectPage(pip).toHaveAttribute('aria-pressed', 'false');
    const toggles = (await readAllMessages(page)).filter(({ data }) => data.type === 'pip_toggle');
    expect(toggles.map(({ data }) => data.payload)).toEqual([true, false, true, false].map((open) => ({ open })));
  });

  it('lets the page show through a transparent background', async () => {
    const page = await stage.open(
      stage.app.buildEmbedUrl(room(buildStraightInQuery('Ada', 'background=off&video=off'))),
    );
    await expectPage(getRoomFrame(page).getByRole('button', { name: 'Leave' })).toBeVisible();
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

describe('a room URL that cannot be entered', () => {
  it('explains a wrong key', async () => {
    const page = await stage.open(room('roomKey=nonsense'));
    await expectPage(page.getByRole('heading')).toHaveText('The key in this address is not valid');
  });
});
