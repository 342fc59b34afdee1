import type { NewMeeting, SimulatedPerson } from '../core/index.js';

/** Meetings and people to begin with. Plain JSON. */
export interface Seed {
  /** Freezes the clock at this ISO time. */
  readonly now?: string;
  readonly meetings?: readonly SeedMeeting[];
}

export interface SeedMeeting extends Omit<NewMeeting, 'endDate' | 'keysMadeAt'> {
  /** ISO time. Default: a day from now. */
  readonly endDate?: string;
  /** Simulated people inside. */
  readonly people?: readonly SimulatedPerson[];
  /** Simulated people who knock. */
  readonly knocking?: readonly SimulatedPerson[];
}
