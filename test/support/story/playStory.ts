import type { CommandName, MeetingState } from 'react-whereby-embed';
import { expect } from 'vitest';
import { waitUntil } from '../waitUntil.js';
import type { Step, Story, Told } from './stories.js';

type Eventually<Value> = Value | Promise<Value>;

/** What plays the room, and the page that embeds it. */
export interface StoryHost {
  /** What the page has been told so far. */
  readEvents(): Eventually<readonly Told[]>;
  /** The meeting's state, as JSON. */
  readState(): Eventually<Readonly<Record<string, unknown>>>;
  /** Sends a command. The promise is over when the room has confirmed it. */
  command(method: CommandName, args: readonly unknown[]): Eventually<unknown>;
  /** Makes the step happen that is no command. A host without a world reports its events itself. */
  happen(step: Step): Eventually<unknown>;
  /** Waits until everything has arrived that the room has reported. */
  settle(): Eventually<unknown>;
}

/** A state as JSON: without what is not known, and without what cannot be compared. */
export function toPlainState({ commands: _commands, error, ...state }: MeetingState): Record<string, unknown> {
  return JSON.parse(JSON.stringify({ ...state, error: error?.code })) as Record<string, unknown>;
}

/** Plays a story; after each step, events and state are those that the story says, and no others. */
export async function playStory(story: Story, host: StoryHost): Promise<void> {
  const events: Told[] = [];
  let state: Partial<MeetingState> = {};
  for (const step of story.steps) {
    const { on } = step;
    if (typeof on === 'string') await host.happen(step);
    else {
      const [method, ...args] = on;
      await host.command(method, args);
    }
    events.push(...step.events);
    state = { ...state, ...step.state };
    await waitUntil(async () => expect((await host.readEvents()).length).toBeGreaterThanOrEqual(events.length));
    await host.settle();
    const name = typeof on === 'string' ? on : on.join(' ');
    expect(await host.readEvents(), name).toEqual(events);
    expect(await host.readState(), name).toEqual(JSON.parse(JSON.stringify(state)));
  }
}
