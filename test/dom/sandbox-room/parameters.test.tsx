import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paramNames } from '../../../src/params/paramNames.js';
import type { RoomParams } from '../../../src/params/types.js';
import { otherThanUsual } from '../../support/paramSamples.js';
import { renderRoom } from './renderRoom.js';
import { waitUntil } from '../../support/waitUntil.js';

// Time moves only while a walk waits, so that speakers and idle controls are the same in each.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Without React's ids, times and participant ids, which differ from walk to walk. */
const normalize = (html: string) =>
  html
    .replaceAll(/_r_\w+_|:r\w+:/g, '')
    .replaceAll(/datetime="[^"]*"/gi, '')
    .replaceAll(/\d\d:\d\d/g, '')
    .replaceAll(/data-participant="[^"]*"/g, '');

/** Goes through the screens of the room, except the inspector, which lists every parameter. */
async function walkThrough(params: RoomParams): Promise<string[]> {
  const seen: string[] = [];
  const look = (container: HTMLElement) => seen.push(normalize(container.innerHTML));

  const before = await renderRoom({ params: { displayName: 'Ada', ...params }, role: 'host', granted: false });
  look(before.container);
  await before.press('Continue', false);
  look(before.container);
  before.unmount();
  vi.restoreAllMocks();

  const named = await renderRoom({ params: { displayName: 'Ada', ...params }, role: 'host', people: 5 });
  await named.press('Continue', false);
  await named.press('Skip', false);
  await waitUntil(async () => {
    await named.press('Continue', false);
    await named.press('Join', false);
    if (named.session.getState().phase !== 'joined') throw new Error('not in yet');
  });
  look(named.container);
  // A conversation can be downloaded, and beside a shared screen everyone is small.
  named.session.actions.ask({ type: 'say', text: 'Hello' });
  for (const button of ['React', 'More', 'Share', 'Chat', 'People', 'Groups']) {
    await named.press(button, false);
    look(named.container);
  }
  await named.command('open_settings', 'media');
  look(named.container);
  await named.command('leave_room');
  named.unmount();
  vi.restoreAllMocks();

  const alone = await renderRoom({
    params: { displayName: 'Ada', skipMediaPermissionPrompt: true, precallReview: false, video: false, ...params },
  });
  look(alone.container);
  await alone.command('leave_room');
  look(alone.container);
  alone.unmount();
  return seen;
}

/** Only the page can tell, by its events: they are shown in the inspector only. */
const inspectorOnly = ['externalId', 'metadata'];

const baselines = new Map<string, Promise<string[]>>();
const walkBaseline = (params: RoomParams): Promise<string[]> => {
  const key = JSON.stringify(params);
  const walk = baselines.get(key) ?? walkThrough(params);
  baselines.set(key, walk);
  return walk;
};

describe('the page of the room changes with', () => {
  it('nothing but the parameters: two walks without any are the same', async () => {
    expect(await walkThrough({})).toEqual(await walkBaseline({}));
  });

  it.each(paramNames.filter((name) => !inspectorOnly.includes(name)))('%s', async (name) => {
    const { given, beside } = otherThanUsual(name);
    const baseline = await walkBaseline(beside);
    const changed = await walkThrough({ ...beside, ...given });
    expect(changed).not.toEqual(baseline);
  });

  it.each(inspectorOnly)('%s, in the inspector only', async (name) => {
    const room = await renderRoom({
      params: { [name]: 'abc-123', displayName: 'Ada', precallReview: false, skipMediaPermissionPrompt: true },
    });
    expect(room.container).not.toHaveTextContent('abc-123');
    await room.press('Sandbox');
    expect(room.container.querySelector('.inspector-people')).toHaveTextContent(`${name}abc-123`);
  });
});
