import { cleanup } from '@testing-library/react';
import { afterEach, test, vi } from 'vitest';
import { initialState } from '../../../src/meeting/initialState.js';
import type { MeetingState } from '../../../src/meeting/MeetingState.js';
import { reduceEvent } from '../../../src/meeting/reduceEvent.js';
import { events } from '../../../src/protocol/events.js';
import { commands } from '../../../src/protocol/commands.js';
import type { RoomEvent } from '../../../src/protocol/types.js';
import { occasionsInWorld } from '../../support/story/occasionsInWorld.js';
import { playStory, toPlainState } from '../../support/story/playStory.js';
import { stories } from '../../support/story/stories.js';
import type { Occasion } from '../../support/story/stories.js';
import { renderRoom } from '../sandbox-room/renderRoom.js';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

test.each(Object.entries(stories))('the sandbox’s room in jsdom, without the component: %s', async (_name, story) => {
  const { role, isLocked: locked } = story;
  const { world, meeting, posted, press, command } = await renderRoom({ role, locked, params: { displayName: 'Ada' } });
  const { meetingId } = meeting;
  world.join(meetingId, { displayName: 'Bob', role: 'host' });
  const occasions: Readonly<Record<Occasion, () => unknown>> = {
    opens: () => undefined,
    allowsDevices: () => press('Continue'),
    joins: () => press('Join'),
    isLetIn: () => world.admit(meetingId, meeting.knocks[0]!.knockId),
    ...occasionsInWorld(world, meetingId),
  };
  await playStory(story, {
    readEvents: () => posted.map(({ prop, payload }) => [events[prop].type, payload]),
    readState() {
      const state = posted.reduce<MeetingState>(
        (before, { prop, payload }) => ({
          ...before,
          ...reduceEvent({ type: events[prop].type, prop, payload } as RoomEvent, before),
        }),
        initialState as MeetingState,
      );
      return toPlainState(state);
    },
    command: (method, args) => command(commands[method].command, ...args),
    happen: ({ on }) => occasions[on as Occasion](),
    settle: () => undefined,
  });
});
