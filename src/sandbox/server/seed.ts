import type { SimulatedPerson, World } from '../core/index.js';
import type { NewMeeting } from '../core/index.js';
import { WherebyError } from '../../errors.js';

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

const invalid = (what: string) =>
  new WherebyError(
    'SANDBOX_SEED_INVALID',
    `The seed cannot be used: ${what}. Its shape is { now?, meetings?: [{ roomName?, endDate?, people? }] }.`,
  );

const time = (name: string, text: string): number => {
  const value = Date.parse(text);
  if (Number.isNaN(value)) throw invalid(`${name} is "${text}", which is no ISO time`);
  return value;
};

/** Fills a world. Throws `SANDBOX_SEED_INVALID`, then with nothing of it done. */
export function plant(world: World, seed: Seed): void {
  if (typeof seed !== 'object' || seed === null) throw invalid('it is not an object');
  if (seed.meetings !== undefined && !Array.isArray(seed.meetings)) throw invalid('meetings is not an array');
  const now = seed.now === undefined ? undefined : time('now', seed.now);
  const meetings = (seed.meetings ?? []).map(({ endDate, people = [], knocking = [], ...rest }) => {
    if (!Array.isArray(people) || !Array.isArray(knocking)) throw invalid('people and knocking must be arrays');
    if (rest.roomName !== undefined && !/^\/?[\w-]+$/.test(rest.roomName))
      throw invalid(`"${rest.roomName}" is no room name: letters, digits, - and _ only`);
    return {
      people,
      knocking,
      input: { ...rest, endDate: endDate ? time('endDate', endDate) : (now ?? world.clock.now()) + DAY },
    };
  });
  if (now !== undefined) world.clock.freeze(now);
  for (const { input, people, knocking } of meetings) {
    const { meetingId } = world.createMeeting(input);
    for (const person of people) world.join(meetingId, person);
    for (const person of knocking) world.knock(meetingId, person);
  }
}
