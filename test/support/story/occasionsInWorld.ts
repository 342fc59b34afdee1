import type { Sandbox } from 'react-whereby-embed/sandbox';
import type { Occasion } from './stories.js';

/** What the others in a meeting of a sandbox do. */
export function occasionsInWorld(world: Sandbox['world'], meetingId: string) {
  let carolId: string | undefined;
  return {
    carolJoins() {
      carolId = world.join(meetingId, {
        displayName: 'Carol',
        externalId: 'carol',
        metadata: 'class-3',
      })?.participantId;
    },
    carolLeaves: () => world.leave(carolId!),
    hostRecords: () => world.setRecording(meetingId, true),
    hostStopsRecording: () => world.setRecording(meetingId, false),
  } satisfies Partial<Record<Occasion, () => unknown>>;
}
