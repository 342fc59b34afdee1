import { fakeRoomInPage } from 'react-whereby-embed/testing';
import type { FrameLike, PageLike } from 'react-whereby-embed/testing';
import { expect, onTestFinished, test, vi } from 'vitest';

/** A page of Playwright, as far as it is used: what it was given to call. */
async function openPage() {
  let report: (source: { frame: FrameLike }, text: string) => void;
  let respond: Parameters<PageLike['route']>[1];
  const page: PageLike = {
    route: async (_matches, handler) => void (respond = handler),
    exposeBinding: async (_name, callback) => void (report = callback),
  };
  const room = await fakeRoomInPage(page, { answers: true });
  return {
    room,
    respond: (fulfill: () => Promise<void>) => respond({ fulfill }),
    report: (frame: FrameLike, what: object) => report({ frame }, JSON.stringify(what)),
  };
}

const roomUrl = 'https://acme.whereby.com/lesson-1';

test('a frame that is gone before its room could answer fails no test', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  onTestFinished(() => void process.off('unhandledRejection', unhandled));
  const { room, report } = await openPage();
  const evaluate = vi.fn(() => Promise.reject(new Error('frame.evaluate: Frame was detached')));
  report({ evaluate }, { loaded: roomUrl });
  report({ evaluate }, { data: { command: 'leave_room', args: [] } });
  await vi.waitFor(() => expect(evaluate).toHaveBeenCalled());
  // Node reports a rejection that nobody handles after all microtasks.
  await new Promise(setImmediate);
  expect(unhandled).not.toHaveBeenCalled();
  expect(room.commands).toHaveLength(1);
});

test('says so to whoever lets a room that is gone post an event', async () => {
  const { room, report } = await openPage();
  report({ evaluate: () => Promise.reject(new Error('frame.evaluate: Frame was detached')) }, { loaded: roomUrl });
  await expect(room.emit('join')).rejects.toThrow('Frame was detached');
});

test('a page that is closed before the room has loaded fails no test', async () => {
  const { respond } = await openPage();
  const fulfill = vi.fn(() => Promise.reject(new Error('route.fulfill: Target page has been closed')));
  await respond(fulfill);
  expect(fulfill).toHaveBeenCalledOnce();
});
