import type { World } from '../core/index.js';
import { readSeed } from './readSeed.js';

const DAY = 86_400_000;

/** Fills a world with a seed. Throws `SANDBOX_SEED_INVALID` before anything of it is done. */
export function plantSeed(world: World, seed: unknown): void {
  const { now, meetings = [] } = readSeed(seed);
  const startsAt = now === undefined ? undefined : Date.parse(now);
  if (startsAt !== undefined) world.clock.freeze(startsAt);
  for (const { endDate, people = [], knocking = [], ...rest } of meetings) {
    const { meetingId } = world.createMeeting({
      ...rest,
      endDate: endDate ? Date.parse(endDate) : (startsAt ?? world.clock.now()) + DAY,
    });
    for (const person of people) world.join(meetingId, person);
    for (const person of knocking) world.knock(meetingId, person);
  }
}
