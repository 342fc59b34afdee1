import { isMachineRole } from '../roles.js';
import { compareTexts } from '../compareTexts.js';
import type { Session } from './listSessions.js';
import { mergeParticipant } from './mergeParticipant.js';
import type { Participant } from './mergeParticipant.js';
import type { LostEvent, TrackedStay } from './OccupancyTracker.js';
import { sumLengths, sweepIntervals } from '../../time/sweepIntervals.js';
import type { Interval } from '../../time/sweepIntervals.js';
import type { Attendee } from './types.js';

export interface PersonTotals extends Pick<Attendee, 'id' | 'identifiedBy'> {
  about: Participant;
  roles: string[];
  /** Those of the last period. */
  stays: TrackedStay[];
  earlierStays: number;
  presence: number;
  minutes: number;
  firstIn: number;
  lastOut: number;
  mostAtOnce: number;
}

export const noTotals = {
  /** By `identifiedBy` and `id`. */
  people: new Map<string, PersonTotals>(),
  together: 0,
  recording: 0,
  peak: { people: 0, at: 0 },
  sessions: 0,
  sessionTime: 0,
  firstSession: Infinity,
  discrepancies: 0,
};

export type Totals = typeof noTotals;

/** A participant's person: by verified identity, else by `externalId`, else nobody but this participant. */
function findPerson({ people }: Totals, participantId: string, about: Participant, verified?: string): PersonTotals {
  const identifiedBy = verified !== undefined ? 'metadata' : about.externalId !== null ? 'externalId' : 'participantId';
  const id = verified ?? about.externalId ?? participantId;
  const key = `${identifiedBy} ${id}`;
  const known = people.get(key);
  if (known) {
    known.about = mergeParticipant(known.about, about);
    return known;
  }
  const noSums = { earlierStays: 0, presence: 0, minutes: 0, firstIn: Infinity, lastOut: -Infinity, mostAtOnce: 1 };
  const person: PersonTotals = { id, identifiedBy, about, roles: [], stays: [], ...noSums };
  people.set(key, person);
  return person;
}

const hasTime = (stay: TrackedStay): stay is TrackedStay & Interval => stay.from !== null && stay.from < stay.to;

/** Adds up a person's stays. Returns when they were present, in pieces that do not overlap. */
function addStays(person: PersonTotals): Interval[] {
  person.stays.sort(
    (one, other) =>
      (one.from ?? one.to) - (other.from ?? other.to) ||
      one.to - other.to ||
      compareTexts(one.participantId, other.participantId),
  );
  for (const { role, from, to } of person.stays) {
    if (!person.roles.includes(role)) person.roles.push(role);
    person.firstIn = Math.min(person.firstIn, from ?? Infinity);
    person.lastOut = Math.max(person.lastOut, to);
  }
  const timed = person.stays.filter(hasTime);
  for (const { from, to } of timed) person.minutes += Math.ceil((to - from) / 60_000);
  const present = sweepIntervals(timed);
  for (const { covering } of present) person.mostAtOnce = Math.max(person.mostAtOnce, covering);
  person.presence += sumLengths(present);
  return present;
}

/** A copy in which nobody has stays of the last period yet. */
function startPeriod(earlier: Totals): Totals {
  const people = new Map<string, PersonTotals>();
  for (const [key, person] of earlier.people)
    people.set(key, {
      ...person,
      roles: [...person.roles],
      stays: [],
      earlierStays: person.earlierStays + person.stays.length,
    });
  return { ...earlier, people };
}

/** The totals so far with those of the period after, as tracked. */
export function accumulateTotals(
  earlier: Totals,
  { stays, lostEvents }: { readonly stays: readonly TrackedStay[]; readonly lostEvents: readonly LostEvent[] },
  sessions: readonly Session[],
  participants: ReadonlyMap<string, Participant>,
  identities: ReadonlyMap<string, string> = new Map(),
): Totals {
  const totals = startPeriod(earlier);
  for (const stay of stays) {
    if (isMachineRole(stay.role)) continue;
    const about = participants.get(stay.participantId)!;
    findPerson(totals, stay.participantId, about, identities.get(stay.participantId)).stays.push(stay);
  }
  const present = sweepIntervals([...totals.people.values()].flatMap(addStays));
  totals.together += sumLengths(present.filter(({ covering }) => covering >= 2));
  for (const { covering, from } of present)
    if (covering > totals.peak.people) totals.peak = { people: covering, at: from };
  const recorders = stays.filter(hasTime).filter(({ role }) => role === 'recorder');
  totals.recording += sumLengths(sweepIntervals(recorders));
  for (const { start, end } of sessions) {
    totals.firstSession = Math.min(totals.firstSession, start ?? Infinity);
    if (start !== null && end !== null) totals.sessionTime += end - start;
  }
  totals.sessions += sessions.length;
  totals.discrepancies += lostEvents.length;
  return totals;
}
