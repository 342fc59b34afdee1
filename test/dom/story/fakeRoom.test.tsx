import { act } from '@testing-library/react';
import { fakeRoom } from 'react-whereby-embed/testing';
import type { FakeRoom } from 'react-whereby-embed/testing';
import { test } from 'vitest';
import { mountEmbed } from '../../support/story/mountEmbed.js';
import { playStory, toPlainState } from '../../support/story/playStory.js';
import { stories } from '../../support/story/stories.js';

test.each(Object.entries(stories))('the component on `fakeRoom`: %s', async (_name, story) => {
  const embed = await act(() => mountEmbed('https://acme.whereby.com/demo'));
  const room: FakeRoom = fakeRoom(document.querySelector('iframe'), { act, answers: true });
  await playStory(story, {
    readEvents: () => embed.events,
    readState: () => toPlainState(embed.readState()),
    command: (method, args) => act(() => embed.command(method, args)),
    happen: ({ events }) => {
      for (const [type, payload] of events) room.emit(type as 'ready', ...((payload ? [payload] : []) as []));
    },
    settle: () => act(() => Promise.resolve()),
  });
  room.close();
  await act(() => embed.unmount());
});
