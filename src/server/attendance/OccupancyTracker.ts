import { isMachineRole } from '../roles.js';
import type { Change, Counts } from './EventLog.js';
import type { StayEnd } from './types.js';
import { findNext, uncrossChanges } from './uncrossChanges.js';

export interface TrackedStay {
  readonly participantId: string;
  readonly role: string;
  /** Null if unknown. */
  from: number | null;
  /** The present time while it is open. */
  to: number;
  closedBy: StayEnd;
}

interface OpenStay {
  readonly joined: Change;
  /** When its session ended, unless later counts showed that the participant was still there. */
  sessionEndedAt: number | null;
}

export interface LostEvent {
  readonly code: 'left-lost' | 'joined-lost';
  readonly at: number;
  /** Null if only counts show it. */
  readonly participantId: string | null;
  count: number;
}

/** By the participant's next event: whoever joins again had lost the connection, whoever leaves is still there. */
const likelyGoneFirst = ['joined', undefined, 'left'];

/**
 * Who is in the room after each change, and from when to when each stay lasted:
 *
 * 1. `joined` opens a stay, `left` closes the participant's oldest. A `left` without one is a stay of unknown start, unless
 *    its own `joined` has a time moments later (`uncrossChanges`).
 * 2. The order within one millisecond is unknown, so its changes count as one step. Of the counts they carry, those that
 *    differ least from the open stays are taken as the last.
 * 3. Counts with no place for a stay close it: all stays if the room is empty; a machine's if its role is not counted;
 *    and while there are more people than counted: earlier connections of the event's participant, then roles that are
 *    not counted, then stays whose session is over; in each role whoever is likely gone first.
 * 4. The end of a session closes nothing by itself, since one person may stay on. It is the end of a stay that rule 3
 *    closes, or whose participant joins again, or that nothing else closes. It is forgotten when everyone is counted.
 * 5. Counts that still differ show lost events. Each is reported once; without a participant until one is found.
 */
export class OccupancyTracker {
  readonly stays: TrackedStay[] = [];
  readonly #lostEvents: LostEvent[] = [];
  #open: OpenStay[] = [];
  /** How many stays are open in each role, also in those that nobody has any more. */
  readonly #openByRole = new Map<string, number>();
  #changes: readonly Change[] = [];
  /** Each change's next one, once it is needed. */
  #next: ReadonlyMap<Change, Change> | undefined;
  /** How many more people there were than the last event counted. */
  #surplus = 0;

  /** Follows sorted changes. */
  follow(sorted: readonly Change[]): void {
    const changes = uncrossChanges(sorted);
    this.#changes = changes;
    for (let start = 0, end = 0; start < changes.length; start = end) {
      while (changes[end]?.at === changes[start]!.at) end++;
      this.#step(changes.slice(start, end));
    }
  }

  /** Closes what is still open: at the deadline, or as open at the present time. */
  finish(deadline: number, now: number): void {
    for (const stay of this.#open)
      if (now >= deadline) this.#close(stay, deadline, 'deadline');
      else this.#close(stay, now, 'open');
  }

  get lostEvents(): LostEvent[] {
    return this.#lostEvents.filter(({ count }) => count > 0);
  }

  /** Reports a lost event of a participant. It is likely one that counts have shown before. */
  reportLost(code: LostEvent['code'], at: number, participantId: string): void {
    const isShown = (lost: LostEvent) => lost.code === code && lost.participantId === null && lost.count > 0;
    const shown = this.#lostEvents.findLast(isShown);
    if (shown) shown.count--;
    this.#lostEvents.push({ code, at, participantId, count: 1 });
  }

  /** Whoever both joins and leaves in one step left first if they were there, and joined first if not. */
  #orderInStep({ type, participantId }: Change): number {
    if (type === 'left') return this.#staysOf(participantId).length > 0 ? 0 : 2;
    return type === 'joined' ? 1 : 3;
  }

  #step(changes: Change[]): void {
    const counting = changes.filter(({ counts }) => counts);
    changes.sort((one, other) => this.#orderInStep(one) - this.#orderInStep(other));
    for (const change of changes)
      if (change.type === 'joined') this.#join(change);
      else if (change.type === 'left') this.#leave(change);
      else if (change.type === 'session-ended') this.#endSession(change);

    counting.sort((one, other) => this.#differenceFrom(one.counts!) - this.#differenceFrom(other.counts!));
    const [last] = counting;
    if (last) this.#reconcile(last, last.counts!);
  }

  #join(joined: Change): void {
    for (const stay of this.#staysOf(joined.participantId))
      if (stay.sessionEndedAt !== null) this.#close(stay, joined.at, 'session-ended');
    this.#open.push({ joined, sessionEndedAt: null });
    this.#openByRole.set(joined.role, this.#countRole(joined.role) + 1);
  }

  #leave({ participantId, role, at }: Change): void {
    const [oldest] = this.#staysOf(participantId);
    if (oldest) this.#close(oldest, at, 'left');
    else {
      this.stays.push({ participantId, role, from: null, to: at, closedBy: 'left' });
      this.reportLost('joined-lost', at, participantId);
    }
  }

  #endSession({ sessionId, at }: Change): void {
    for (const stay of this.#open) {
      // The first person joins before there is a session, so their event names none.
      const isInSession = !stay.joined.sessionId || !sessionId || stay.joined.sessionId === sessionId;
      if (isInSession) stay.sessionEndedAt ??= at;
    }
  }

  #reconcile(change: Change, counts: Counts): void {
    if (counts.numClients === 0) for (const stay of this.#open) this.#close(stay, change.at, 'room-emptied');
    else if (this.#differenceFrom(counts) > 0) this.#closeSurplus(change, counts);

    const surplus = this.#countPeople() - counts.people;
    if (surplus === 0) for (const stay of this.#open) stay.sessionEndedAt = null;
    const reported = Math.sign(surplus) === Math.sign(this.#surplus) ? Math.abs(this.#surplus) : 0;
    const count = Math.abs(surplus) - reported;
    const code = surplus > 0 ? 'left-lost' : 'joined-lost';
    if (count > 0) this.#lostEvents.push({ code, at: change.at, participantId: null, count });
    this.#surplus = surplus;
  }

  #closeSurplus({ type, participantId, at }: Change, { byRole, people }: Counts): void {
    const hasTooMany = () => this.#countPeople() > people;
    const earlier = this.#staysOf(participantId).slice(0, type === 'joined' ? -1 : undefined);
    for (const stay of earlier)
      if (!isMachineRole(stay.joined.role) && hasTooMany()) this.#close(stay, at, 'room-emptied');
    for (const stay of this.#likelyGone()) {
      const { role } = stay.joined;
      // A person's role can change while they are there, so a role that is not counted is not enough.
      if (!byRole.get(role) && (isMachineRole(role) || hasTooMany())) this.#close(stay, at, 'room-emptied');
    }
    for (const stay of this.#likelyGone()) {
      const isUncounted = this.#countRole(stay.joined.role) > (byRole.get(stay.joined.role) ?? 0);
      if (isUncounted && stay.sessionEndedAt !== null && hasTooMany()) this.#close(stay, at, 'room-emptied');
    }
  }

  /** Closes a stay: without its own `left` event, at the end of its session if that was before. */
  #close(stay: OpenStay, at: number, reason: StayEnd): void {
    const { participantId, role, at: from } = stay.joined;
    const isSessionEnd = reason !== 'left' && stay.sessionEndedAt !== null;
    const closedBy = isSessionEnd ? 'session-ended' : reason;
    const to = isSessionEnd ? stay.sessionEndedAt! : at;
    this.#open = this.#open.filter((one) => one !== stay);
    this.#openByRole.set(role, this.#countRole(role) - 1);
    this.stays.push({ participantId, role, from, to: Math.max(to, from), closedBy });
    if (closedBy !== 'left' && closedBy !== 'open') this.reportLost('left-lost', to, participantId);
  }

  /** Oldest first. */
  #staysOf(participantId: string): OpenStay[] {
    return this.#open.filter(({ joined }) => joined.participantId === participantId);
  }

  /** By role, and of each role whoever is likely gone first. */
  #likelyGone(): OpenStay[] {
    const next = (this.#next ??= findNext(this.#changes));
    const roles = [...this.#openByRole.keys()];
    const rank = ({ joined }: OpenStay) => likelyGoneFirst.indexOf(next.get(joined)?.type);
    return this.#open.toSorted(
      (one, other) => roles.indexOf(one.joined.role) - roles.indexOf(other.joined.role) || rank(one) - rank(other),
    );
  }

  #countPeople(): number {
    let people = 0;
    for (const [role, count] of this.#openByRole) if (!isMachineRole(role)) people += count;
    return people;
  }

  #countRole(role: string): number {
    return this.#openByRole.get(role) ?? 0;
  }

  /** By how many stays the counts differ, over all roles. */
  #differenceFrom({ byRole }: Counts): number {
    let difference = 0;
    for (const [role, count] of byRole) difference += Math.abs(count - this.#countRole(role));
    for (const [role, count] of this.#openByRole) if (!byRole.has(role)) difference += count;
    return difference;
  }
}
