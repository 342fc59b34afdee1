import { createServerError } from '../../errors/createServerError.js';
import { describeNumber } from '../../time/describeNumber.js';
import { isNonNegative } from '../../time/isNonNegative.js';
import { accumulateTotals, noTotals } from './accumulateTotals.js';
import { collectEvent } from './collectEvent.js';
import { describeSummary } from './describeSummary.js';
import { EventLog } from './EventLog.js';
import { listSessions } from './listSessions.js';
import type { Session } from './listSessions.js';
import { OccupancyTracker } from './OccupancyTracker.js';
import { requireIdentities } from './requireIdentities.js';
import type { AttendanceOptions, AttendanceSummary } from './types.js';

export interface AttendanceStreamOptions {
  /** Verified identities by `participantId`; may grow while events arrive. */
  readonly identities?: ReadonlyMap<string, string> | undefined;
  /**
   * After how many milliseconds no event is expected to arrive late. What happened before the room was last empty, that
   * long ago, is then added up and removed: memory grows with the people, not with the events, and an event that arrives
   * later counts as unused. When omitted or `Infinity`, everything is kept; with 0 no event is expected late.
   */
  readonly settleAfter?: number | undefined;
  /**
   * How many events are kept at most, and people after `settleAfter`, so that nobody who joins again and again can fill the
   * memory. More are the discrepancy `limit-reached`. Default 1,000,000.
   */
  readonly maxEvents?: number | undefined;
}

export interface Attendance {
  /** Adds an event (see `AttendanceEvent`): in any order, any number of times. What cannot be read becomes a discrepancy. */
  add(event: unknown): void;
  /** What the events so far add up to. With `from` or `to`, what `settleAfter` has removed is not counted. */
  summary(options?: Omit<AttendanceOptions, 'identities'>): AttendanceSummary;
}

/** How many changes make it worthwhile to look for some that can be removed. */
const minimumToSettle = 4096;

/**
 * Attendance of one meeting from events as they arrive, without keeping the events. For a complete set of events there is
 * `summarizeAttendance`, where it is described how both work.
 * @throws WherebyError `OPTION_INVALID` or `ATTENDANCE_INPUT_INVALID`
 */
export function createAttendance({
  identities = new Map(),
  settleAfter,
  maxEvents = 1_000_000,
}: AttendanceStreamOptions = {}): Attendance {
  if (settleAfter !== undefined && !isNonNegative(settleAfter))
    throw createServerError('OPTION_INVALID', { option: 'settleAfter', value: describeNumber(settleAfter) });
  requireIdentities(identities);
  const log = new EventLog();
  let earlier = noTotals;
  let settleSize = minimumToSettle;

  /** Adds up everything until the room was last empty, at least `age` ago, and removes it from the log. */
  function settle(age: number): void {
    const changes = log.sortedChanges();
    const lastEmpty = changes.findLastIndex(
      ({ at, counts }, index) =>
        // Which of several changes in one millisecond left the room empty is unknown.
        at < log.lastAt - age && counts?.numClients === 0 && changes[index + 1]?.at !== at,
    );
    if (lastEmpty >= 0) {
      const until = changes[lastEmpty]!.at;
      const tracker = new OccupancyTracker();
      tracker.follow(changes.slice(0, lastEmpty + 1));
      const isOver = ({ start, end }: Session) => start !== null && end !== null && Math.max(start, end) <= until;
      const sessions = listSessions(changes);
      earlier = accumulateTotals(earlier, tracker, sessions.filter(isOver), log.participants, identities);
      const unfinished = sessions.filter((session) => !isOver(session)).flatMap((session) => session.changes);
      log.settle(until, [...unfinished, ...changes.slice(lastEmpty + 1)]);
    }
    settleSize = Math.max(minimumToSettle, log.changes.length * 2);
  }

  return {
    add(stored) {
      if (log.changes.length >= maxEvents || earlier.people.size >= maxEvents) {
        log.unused++;
        log.overLimit++;
      } else if (collectEvent(log, stored) && settleAfter !== undefined && log.changes.length >= settleSize)
        settle(settleAfter);
    },
    summary: (options = {}) => describeSummary(log, earlier, { ...options, identities }),
  };
}
