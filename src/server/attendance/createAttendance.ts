import { collect, Collected } from './collect.js';
import { Ledger } from './ledger.js';
import { describeSummary } from './describeSummary.js';
import { ended } from './marks.js';
import type { RawSession } from './collect.js';
import { addUp, noTotals } from './totals.js';
import type { Totals } from './totals.js';
import type { AttendanceEvent, AttendanceOptions, AttendanceSummary } from './types.js';

export interface AttendanceStreamOptions {
  /** Who is who by signed metadata, by `participantId`; may grow while events come. */
  readonly identities?: ReadonlyMap<string, string> | undefined;
  /**
   * After how many milliseconds no event is expected to be late any more. What happened before the room was last empty, that
   * long ago, is then added up and let go: memory grows with the people, not with the events, and an event later than
   * that is counted as unused. Where left out everything is kept.
   */
  readonly settleAfter?: number | undefined;
}

export interface Attendance {
  /** Takes an event into account: in any order, any number of times. Anything that is no event does no harm. */
  add(event: unknown): void;
  /** What the events so far come to. */
  summary(options?: Omit<AttendanceOptions, 'identities'>): AttendanceSummary;
}

/** What has been let go, beside the totals. */
export interface Settled {
  readonly totals: Totals;
  sessions: number;
  sessionTime: number;
  firstSession: number;
  discrepancies: number;
}

/** How many marks are worth a look whether some can be let go. */
const enough = 4096;

const timeOf = (event: unknown): number => {
  const { createdAt, data, type } = (event ?? {}) as Partial<AttendanceEvent>;
  if (typeof createdAt !== 'string' || typeof type !== 'string') return NaN;
  return typeof data === 'object' && data !== null ? Date.parse(createdAt) : NaN;
};

/**
 * Attendance of one meeting from events as they come, without keeping the events. For a set of events there is
 * `summarizeAttendance`.
 */
export function createAttendance({ identities, settleAfter }: AttendanceStreamOptions = {}): Attendance {
  let collected = new Collected();
  const settled: Settled = {
    totals: noTotals(),
    sessions: 0,
    sessionTime: 0,
    firstSession: NaN,
    discrepancies: 0,
  };
  let settledUntil = -Infinity;
  let last = -Infinity;
  let lookAt = enough;
  let unused = 0;
  /** The ids of the meetings, with the first event of each; two are enough to see that something is wrong. */
  const meetings = new Map<string, number>();

  function settle(): void {
    const { marks, participants } = collected;
    const order = marks.sorted();
    let end = 0;
    for (let at = 0; at < order.length; at++) {
      const mark = order[at]!;
      // The last moment may not be whole yet.
      if (marks.time[mark]! >= last - settleAfter!) break;
      const next = order[at + 1];
      // Of one moment it is not known what came last.
      const alone = next === undefined || marks.time[next] !== marks.time[mark];
      if (alone && marks.snapshots[marks.snapshot[mark]!]?.numClients === 0) end = at + 1;
    }
    if (end > 0) {
      const done = order.subarray(0, end);
      const ledger = new Ledger(marks);
      ledger.run(done);
      settledUntil = marks.time[order[end - 1]!]!;
      const people = addUp(
        settled.totals,
        ledger.finish(undefined, settledUntil),
        marks,
        participants,
        identities,
        settledUntil,
      );
      for (const [person, stays] of people) person.earlierStays += stays.length;
      settled.discrepancies += ledger.discrepancies.filter(({ count }) => count > 0).length;
      collected = rest(order.subarray(end));
    }
    lookAt = Math.max(enough, collected.marks.size * 2);
  }

  /** What is left when the marks before are let go, with nothing that only they needed. */
  function rest(order: Uint32Array): Collected {
    const { marks, participants, sessions, nameless } = collected;
    const kept = new Collected();
    for (const mark of order) {
      const text = (number: number) => kept.marks.number(number < 0 ? null : marks.text(number));
      const seen = marks.snapshots[marks.snapshot[mark]!];
      const who = text(marks.who[mark]!);
      kept.marks.add(
        marks.time[mark]!,
        marks.kind[mark]!,
        who,
        text(marks.role[mark]!),
        text(marks.session[mark]!),
        seen ? kept.marks.count(seen.numClients, seen.byRole && Object.fromEntries(seen.byRole)) : -1,
      );
      if (marks.kind[mark] !== ended) kept.participants.set(who, participants.get(marks.who[mark]!)!);
    }
    for (const [id, session] of sessions) {
      if (session.start <= settledUntil && session.end <= settledUntil) letGo(session);
      else kept.sessions.set(id, session);
    }
    for (const end of nameless.ends) kept.nameless.ends.add(end);
    for (const start of nameless.starts) kept.nameless.starts.add(start);
    return kept;
  }

  function letGo({ start, end }: RawSession): void {
    settled.sessions++;
    settled.sessionTime += end - start;
    if (!(settled.firstSession <= start)) settled.firstSession = start;
  }

  return {
    add(event) {
      const at = timeOf(event);
      if (Number.isNaN(at) || at <= settledUntil || !collect(collected, event as AttendanceEvent, at)) {
        unused++;
        return;
      }
      if (at > last) last = at;
      const { meetingId } = (event as AttendanceEvent).data as { readonly meetingId?: unknown };
      if (typeof meetingId === 'string' && (meetings.has(meetingId) || meetings.size < 2))
        meetings.set(meetingId, Math.min(at, meetings.get(meetingId) ?? Infinity));
      if (settleAfter !== undefined && collected.marks.size >= lookAt) settle();
    },
    summary: (options = {}) =>
      describeSummary(collected, settled, { ...options, identities }, { last, unused, meetings }),
  };
}
