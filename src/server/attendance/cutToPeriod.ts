import type { LostEvent, TrackedStay } from './OccupancyTracker.js';
import type { Session } from './listSessions.js';
import type { Interval } from './sweepIntervals.js';

/** What of a meeting belongs to a period: stays and sessions are cut where it starts and ends. */
export function cutToPeriod(
  period: Interval,
  stays: readonly TrackedStay[],
  sessions: readonly Session[],
  lostEvents: readonly LostEvent[],
) {
  const isIn = (start: number, end: number) =>
    period.from < period.to && start < period.to && (end > period.from || start >= period.from);
  return {
    stays: stays
      .filter(({ from, to }) => isIn(from ?? to, to))
      .map((stay): TrackedStay => {
        const from = stay.from === null ? null : Math.max(stay.from, period.from);
        return stay.to > period.to ? { ...stay, from, to: period.to, closedBy: 'period-ended' } : { ...stay, from };
      }),
    sessions: sessions
      .filter(({ start, end }) => isIn(start ?? end!, end ?? Infinity))
      .map((session): Session => {
        const start = session.start === null ? null : Math.max(session.start, period.from);
        return { ...session, start, end: session.end === null ? null : Math.min(session.end, period.to) };
      }),
    lostEvents: lostEvents.filter(({ at }) => isIn(at, at)),
  };
}
