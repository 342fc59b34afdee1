import type { SimulatedPerson, World } from '../core/index.js';
import type { NewMeeting } from '../core/index.js';
import { readSeed } from './readSeed.js';

/** Meetings and people to begin with. Plain JSON. */
export interface Seed {
  /** Freezes the clock at this ISO time. */
  readonly now?: string;
  readonly meetings?: readonly (Omit<NewMeeting, 'endDate'> & {
    /** ISO time; a day from now where left out. */
    readonly endDate?: string;
    /** Simulated people inside. */
    readonly people?: readonly SimulatedPerson[];
    /** Simulated people at its door. */
    readonly knocking?: readonly SimulatedPerson[];
  })[];
}

const DAY = 86_400_000;

/** Fills a world. Throws `SANDBOX_SEED_INVALID`, then with nothing of it done. */
export function plantSeed(world: World, seed: Seed): void {
  readSeed(seed);
  const now = seed.now === undefined ? undefined : Date.parse(seed.now);
  if (now !== undefined) world.clock.freeze(now);
  for (const { endDate, people = [], knocking = [], ...rest } of seed.meetings ?? []) {
    const { meetingId } = world.createMeeting({
      ...rest,
      endDate: endDate ? Date.parse(endDate) : (now ?? world.clock.now()) + DAY,
    });
    for (const person of people) world.join(meetingId, person);
    for (const person of knocking) world.knock(meetingId, person);
  }
}
