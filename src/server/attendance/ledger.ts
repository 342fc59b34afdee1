import { isMachineRole } from '../roles.js';
import { ended, joined, left } from './marks.js';
import type { Marks, Snapshot } from './marks.js';
import { Stays } from './stays.js';
import type { StayEnd } from './types.js';

/** What the next event of a participant is: how likely they are still there before it. */
type Next = typeof comesBack | typeof silence | typeof leaves;
const comesBack = 0;
const silence = 1;
const leaves = 2;

/** A stay that nothing has ended yet, in milliseconds and with the numbers `Marks` gave. */
interface OpenStay {
  readonly who: number;
  readonly role: number;
  readonly session: number;
  readonly from: number;
  /** What is heard of them next. */
  readonly next: Next;
  /** When its session ended while nothing better is known; NaN where it did not. */
  sessionEnded: number;
}

export interface RawDiscrepancy {
  readonly code: 'left-lost' | 'joined-lost';
  readonly at: number;
  /** 0 where it turned out whose events they were. */
  count: number;
  /** -1 where it is not known whose event it is. */
  readonly who: number;
}

/** Those first who are most likely gone. */
const likelyGone = (stays: Iterable<OpenStay>) => [...stays].sort((one, other) => one.next - other.next);

/** How many people the counts of an event make; undefined where it does not say. */
const peopleIn = ({ people, numClients }: Snapshot): number | undefined => people ?? (numClients === 0 ? 0 : undefined);

/**
 * Goes through marks in the order of their times and keeps who is in the room. What a `left` event does not close is
 * closed by better and worse evidence, as `StayEnd` lists it.
 */
export class Ledger {
  readonly stays = new Stays();
  readonly discrepancies: RawDiscrepancy[] = [];
  /** Open stays of each participant, oldest first. */
  readonly #open = new Map<number, OpenStay[]>();
  readonly #openByRole = new Map<number, Set<OpenStay>>();
  #people = 0;
  #anySessionEnded = false;
  /** By how many the counts of the last event differed. Only a change is news. */
  #drift = 0;
  readonly #marks: Marks;
  /** By mark: what comes next of the same participant. */
  #next: Uint8Array = new Uint8Array();

  constructor(marks: Marks) {
    this.#marks = marks;
  }

  /** Takes marks in order. */
  run(order: Uint32Array): void {
    const { time } = this.#marks;
    this.#next = this.#lookAhead(order);
    for (let start = 0; start < order.length;) {
      let end = start + 1;
      while (end < order.length && time[order[end]!] === time[order[start]!]) end++;
      this.#moment(order.subarray(start, end));
      start = end;
    }
  }

  #lookAhead(order: Uint32Array): Uint8Array {
    const { kind, who, size, texts } = this.#marks;
    const after = new Uint8Array(size);
    const next = new Uint8Array(texts.length).fill(silence);
    for (let at = order.length - 1; at >= 0; at--) {
      const mark = order[at]!;
      if (kind[mark] === ended) continue;
      after[mark] = next[who[mark]!]!;
      next[who[mark]!] = kind[mark] === left ? leaves : comesBack;
    }
    return after;
  }

  /** Marks of one millisecond: which of them came first is not known, so they count as one change. */
  #moment(group: Uint32Array): void {
    const { kind, time, snapshot, snapshots } = this.#marks;
    const at = time[group[0]!]!;
    if (group.length > 1) this.#several(group);
    else if (kind[group[0]!] === joined) this.#join(group[0]!);
    else if (kind[group[0]!] === left) this.#leave(group[0]!);
    else this.#endSession(group[0]!);

    let nearest: Snapshot | undefined;
    let mark = -1;
    let distance = Infinity;
    for (const one of group) {
      const seen = snapshots[snapshot[one]!];
      if (!seen || peopleIn(seen) === undefined) continue;
      const far = group.length > 1 ? this.#distance(seen) : 0;
      if (far < distance) {
        nearest = seen;
        mark = one;
        distance = far;
      }
    }
    if (nearest) this.#compare(nearest, mark, at);
  }

  #several(group: Uint32Array): void {
    const { kind, who } = this.#marks;
    const back: number[] = [];
    for (const mark of group) {
      if (kind[mark] !== joined) continue;
      const sameWho = (other: number) => kind[other] === left && who[other] === who[mark];
      // Who is in the room, and leaves and joins in one moment, left first.
      if (this.#open.has(who[mark]!) && group.some(sameWho)) back.push(mark);
      else this.#join(mark);
    }
    for (const mark of group) if (kind[mark] === left) this.#leave(mark);
    for (const mark of back) this.#join(mark);
    for (const mark of group) if (kind[mark] === ended) this.#endSession(mark);
  }

  #isPerson(stay: OpenStay): boolean {
    return !isMachineRole(this.#marks.text(stay.role));
  }

  #join(mark: number): void {
    const { who, role, session, time } = this.#marks;
    const participant = who[mark]!;
    const stay: OpenStay = {
      who: participant,
      role: role[mark]!,
      session: session[mark]!,
      from: time[mark]!,
      next: this.#next[mark] as Next,
      sessionEnded: NaN,
    };
    const stays = this.#open.get(participant);
    if (stays) {
      // Back after a session that ended: a later `left` belongs to the new stay.
      for (const old of [...stays])
        if (!Number.isNaN(old.sessionEnded)) this.#close(old, old.sessionEnded, 'session-ended');
    }
    const rest = this.#open.get(participant);
    if (rest) rest.push(stay);
    else this.#open.set(participant, [stay]);
    const ofRole = this.#openByRole.get(stay.role);
    if (ofRole) ofRole.add(stay);
    else this.#openByRole.set(stay.role, new Set([stay]));
    if (this.#isPerson(stay)) this.#people++;
  }

  #leave(mark: number): void {
    const { who, role, time } = this.#marks;
    const stay = this.#open.get(who[mark]!)?.[0];
    if (stay) {
      this.#close(stay, time[mark]!, 'left');
      return;
    }
    const at = time[mark]!;
    this.stays.push(who[mark]!, role[mark]!, NaN, at, 'left');
    this.name('joined-lost', at, who[mark]!);
  }

  #close(stay: OpenStay, to: number, end: StayEnd): void {
    const stays = this.#open.get(stay.who)!;
    if (stays.length === 1) this.#open.delete(stay.who);
    else stays.splice(stays.indexOf(stay), 1);
    this.#openByRole.get(stay.role)!.delete(stay);
    if (this.#isPerson(stay)) this.#people--;
    this.stays.push(stay.who, stay.role, stay.from, Math.max(to, stay.from), end);
    if (end !== 'left') this.name('left-lost', to, stay.who);
  }

  #endSession(mark: number): void {
    const { session, time } = this.#marks;
    for (const stays of this.#open.values())
      for (const stay of stays) {
        // The first in a room joins before there is a session, so theirs is not named.
        const same = stay.session === session[mark] || stay.session < 0 || session[mark]! < 0;
        if (!same || !Number.isNaN(stay.sessionEnded)) continue;
        stay.sessionEnded = time[mark]!;
        this.#anySessionEnded = true;
      }
  }

  /** Closes a stay for which an event at this time has no place. */
  #lose(stay: OpenStay, at: number): void {
    if (Number.isNaN(stay.sessionEnded)) this.#close(stay, at, 'room-emptied');
    else this.#close(stay, stay.sessionEnded, 'session-ended');
  }

  /** By how many the counts of an event differ from the ledger, over all roles. */
  #distance({ byRole }: Snapshot): number {
    let distance = 0;
    for (const [role, stays] of this.#openByRole)
      distance += Math.abs(stays.size - (byRole?.get(this.#marks.text(role)) ?? 0));
    for (const [role, count] of byRole ?? []) if (!this.#openByRole.has(this.#marks.number(role))) distance += count;
    return distance;
  }

  /** Sets the ledger right by what an event counts, and notes what cannot be. */
  #compare(seen: Snapshot, mark: number, at: number): void {
    const counted = peopleIn(seen)!;
    const { kind, who } = this.#marks;
    if (seen.numClients === 0) {
      for (const stays of [...this.#open.values()]) for (const stay of [...stays]) this.#lose(stay, at);
    } else if (seen.byRole) {
      // A connection this person had before goes first: they are known to have come or gone.
      if (this.#people > counted) {
        const own = this.#open.get(who[mark]!) ?? [];
        for (const stay of own.slice(0, own.length - (kind[mark] === joined ? 1 : 0)))
          if (this.#people > counted && this.#isPerson(stay)) this.#lose(stay, at);
      }
      for (const [role, stays] of this.#openByRole) {
        if (stays.size === 0 || seen.byRole.get(this.#marks.text(role))) continue;
        // A person's role may have changed since they joined, so it takes the sum as well to say that they are gone.
        const machine = isMachineRole(this.#marks.text(role));
        for (const stay of likelyGone(stays)) if (machine || this.#people > counted) this.#lose(stay, at);
      }
      // Then who was last seen in a session that is over, in roles that fewer have.
      if (this.#people > counted && this.#anySessionEnded)
        for (const [role, stays] of this.#openByRole) {
          const places = seen.byRole.get(this.#marks.text(role)) ?? 0;
          for (const stay of likelyGone(stays))
            if (this.#people > counted && stays.size > places && !Number.isNaN(stay.sessionEnded)) this.#lose(stay, at);
        }
    }
    const drift = this.#people - counted;
    // As many as are counted: so they are all still there, though their session may be over.
    if (drift === 0 && this.#anySessionEnded) {
      for (const stays of this.#open.values()) for (const stay of stays) stay.sessionEnded = NaN;
      this.#anySessionEnded = false;
    }
    const before = Math.sign(drift) === Math.sign(this.#drift) ? Math.abs(this.#drift) : 0;
    if (Math.abs(drift) > before)
      this.discrepancies.push({
        code: drift > 0 ? 'left-lost' : 'joined-lost',
        at,
        count: Math.abs(drift) - before,
        who: -1,
      });
    this.#drift = drift;
  }

  /** Notes a lost event of a participant; it may be the one that counts have told of before. */
  name(code: RawDiscrepancy['code'], at: number, who: number): void {
    const told = this.discrepancies.findLast((one) => one.code === code && one.who < 0 && one.count > 0);
    if (told) told.count--;
    this.discrepancies.push({ code, at, count: 1, who });
  }

  /** Ends what is open: by the session, by the deadline, or not at all. Answers every stay. */
  finish(deadline: number | undefined, now: number): Stays {
    for (const stays of [...this.#open.values()])
      for (const stay of [...stays]) {
        if (!Number.isNaN(stay.sessionEnded)) this.#close(stay, stay.sessionEnded, 'session-ended');
        else if (deadline !== undefined && now >= deadline) this.#close(stay, deadline, 'deadline');
        else this.stays.push(stay.who, stay.role, stay.from, NaN, 'open');
      }
    return this.stays;
  }
}
