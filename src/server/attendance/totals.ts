import { isMachineRole } from '../roles.js';
import type { Participant } from './collect.js';
import type { Marks } from './marks.js';
import type { Stays } from './stays.js';
import type { Attendee } from './types.js';

/** What is known of a person: sums over stays, and the stays that are shown. */
export interface PersonTotals {
  readonly id: string;
  readonly identifiedBy: Attendee['identifiedBy'];
  name: string;
  namedAt: number;
  externalId: string | null;
  dialIn: boolean;
  roles: string[];
  /** Milliseconds. */
  present: number;
  minutes: number;
  firstIn: number;
  lastOut: number;
  isOpen: boolean;
  mostAtOnce: number;
  earlierStays: number;
}

export interface Totals {
  readonly people: Map<string, PersonTotals>;
  /** Milliseconds. */
  together: number;
  recording: number;
  peak: { people: number; at: number };
}

export const noTotals = (): Totals => ({ people: new Map(), together: 0, recording: 0, peak: { people: 0, at: NaN } });

/** How many there are at once, over stretches of time: moments from both ends, in order. */
function sweep(stretches: readonly number[], step: (from: number, to: number, count: number) => void): void {
  const moments = Float64Array.from(stretches).sort();
  let count = 0;
  for (let at = 0; at < moments.length; at++) {
    // Ends are even and starts odd, so that of one moment the ends come first.
    const code = moments[at]!;
    count += code % 2 === 1 ? 1 : -1;
    const next = moments[at + 1];
    const from = Math.floor(code / 2);
    const to = next === undefined ? from : Math.floor(next / 2);
    if (to > from) step(from, to, count);
  }
}

/** Stretches of time as the moments `sweep` takes, one after the other. */
function stretch(into: number[], from: number, to: number): void {
  into.push(from * 2 + 1, to * 2);
}

/** Adds stays to the totals. Answers the people they belong to, with the numbers of their stays in order. */
export function addUp(
  totals: Totals,
  stays: Stays,
  marks: Marks,
  participants: ReadonlyMap<number, Participant>,
  identities: ReadonlyMap<string, string> | undefined,
  now: number,
): Map<PersonTotals, number[]> {
  const shown = new Map<PersonTotals, number[]>();
  const recorders: number[] = [];
  const endOf = (stay: number) => (Number.isNaN(stays.to[stay]!) ? Math.max(now, stays.from[stay]!) : stays.to[stay]!);

  const persons = new Map<number, PersonTotals>();
  const personOf = (who: number): PersonTotals => {
    const before = persons.get(who);
    if (before) return before;
    const participantId = marks.text(who);
    const { name, namedAt, externalId, dialIn } = participants.get(who)!;
    const verified = identities?.get(participantId);
    const identifiedBy = verified !== undefined ? 'metadata' : externalId !== null ? 'externalId' : 'participantId';
    const id = verified ?? externalId ?? participantId;
    const key = `${identifiedBy} ${id}`;
    let person = totals.people.get(key);
    if (!person) {
      person = {
        id,
        identifiedBy,
        name,
        namedAt,
        externalId,
        dialIn: false,
        roles: [],
        present: 0,
        minutes: 0,
        firstIn: Infinity,
        lastOut: -Infinity,
        isOpen: false,
        mostAtOnce: 0,
        earlierStays: 0,
      };
      totals.people.set(key, person);
    }
    if (namedAt > person.namedAt || (namedAt === person.namedAt && name > person.name)) {
      person.name = name;
      person.namedAt = namedAt;
    }
    person.externalId ??= externalId;
    person.dialIn ||= dialIn;
    persons.set(who, person);
    return person;
  };

  for (let stay = 0; stay < stays.size; stay++) {
    const role = marks.text(stays.role[stay]!);
    if (isMachineRole(role)) {
      const from = stays.from[stay]!;
      if (role === 'recorder' && from < endOf(stay)) stretch(recorders, from, endOf(stay));
      continue;
    }
    const person = personOf(stays.who[stay]!);
    const list = shown.get(person);
    if (list) list.push(stay);
    else shown.set(person, [stay]);
  }

  const presences: number[] = [];
  const beginOf = (stay: number) => (Number.isNaN(stays.from[stay]!) ? stays.to[stay]! : stays.from[stay]!);
  for (const [person, list] of shown) {
    list.sort(
      (one, other) =>
        beginOf(one) - beginOf(other) ||
        endOf(one) - endOf(other) ||
        (marks.text(stays.who[one]!) < marks.text(stays.who[other]!) ? -1 : 1),
    );
    const timed: number[] = [];
    for (const stay of list) {
      const role = marks.text(stays.role[stay]!);
      if (!person.roles.includes(role)) person.roles.push(role);
      const from = stays.from[stay]!;
      const to = endOf(stay);
      if (!Number.isNaN(from)) person.firstIn = Math.min(person.firstIn, from);
      person.lastOut = Math.max(person.lastOut, to);
      person.isOpen ||= stays.endOf(stay) === 'open';
      if (!(to > from)) continue;
      person.minutes += Math.ceil((to - from) / 60_000);
      stretch(timed, from, to);
    }
    person.mostAtOnce = Math.max(person.mostAtOnce, 1);
    let since = NaN;
    let until = NaN;
    sweep(timed, (from, to, count) => {
      if (count === 0) return;
      person.present += to - from;
      person.mostAtOnce = Math.max(person.mostAtOnce, count);
      // Stretches that touch are one presence.
      if (from !== until) {
        if (!Number.isNaN(since)) stretch(presences, since, until);
        since = from;
      }
      until = to;
    });
    if (!Number.isNaN(since)) stretch(presences, since, until);
  }

  sweep(presences, (from, to, count) => {
    if (count >= 2) totals.together += to - from;
    if (count > totals.peak.people) totals.peak = { people: count, at: from };
  });
  sweep(recorders, (from, to, count) => {
    if (count > 0) totals.recording += to - from;
  });
  return shown;
}
