import type { World } from '../core/index.js';
import type { Seed } from './Seed.js';

const DAY = 86_400_000;

/** When the keys of a seed without `now` were made, so that they are the same every time. */
const KEYS_MADE_AT = Date.parse('2026-01-01T00:00:00Z');

/** Fills a world with a seed that `readSeed` has read. */
export function plantSeed(world: World, { now, meetings = [] }: Seed): void {
  if (now !== undefined) world.clock.freeze(Date.parse(now));
  const tomorrow = world.clock.now() + DAY;
  for (const { endDate, people = [], knocking = [], ...rest } of meetings) {
    const { meetingId } = world.createMeeting({
      ...rest,
      endDate: endDate ? Date.parse(endDate) : tomorrow,
      ...(now === undefined ? { keysMadeAt: KEYS_MADE_AT } : {}),
    });
    for (const person of people) world.join(meetingId, person);
    for (const person of knocking) world.knock(meetingId, person);
  }
}
