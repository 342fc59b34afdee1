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

/** What React numbers anew in every render, and what the clock says. */
const steady = (html: string) =>
  html
    .replaceAll(/_r_\w+_|:r\w+:/g, '')
    .replaceAll(/\d\d:\d\d/g, '')
    .replaceAll(/data-participant="[^"]*"/g, '');

/** Where there is something to see without the inspector, which repeats every parameter. */
async function walkThrough(params: RoomParams): Promise<string[]> {
  const seen: string[] = [];
  const look = (container: HTMLElement) => seen.push(steady(container.innerHTML));

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
  for (const button of ['React', 'More', 'Chat', 'People', 'Groups']) {
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

/** Only their owner's app and those who read events can tell: they are in the inspector. */
const inspected = ['externalId', 'metadata'];

const usualWalks = new Map<string, Promise<string[]>>();
const usually = (params: RoomParams): Promise<string[]> => {
  const key = JSON.stringify(params);
  const walk = usualWalks.get(key) ?? walkThrough(params);
  usualWalks.set(key, walk);
  return walk;
};

describe('every parameter shows', () => {
  it('and nothing else does: two walks without any are the same', async () => {
    expect(await walkThrough({})).toEqual(await usually({}));
  });

  it.each(paramNames.filter((name) => !inspected.includes(name)))('%s', async (name) => {
    const { given, beside } = otherThanUsual(name);
    const usual = await usually(beside);
    const changed = await walkThrough({ ...beside, ...given });
    expect(changed).not.toEqual(usual);
  });

  it.each(inspected)('%s in the inspector', async (name) => {
    const room = await renderRoom({
      params: { [name]: 'abc-123', displayName: 'Ada', precallReview: false, skipMediaPermissionPrompt: true },
    });
    expect(room.container).not.toHaveTextContent('abc-123');
    await room.press('Sandbox');
    expect(room.container.querySelector('.inspector-people')).toHaveTextContent(`${name}abc-123`);
  });
});
