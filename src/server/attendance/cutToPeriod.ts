import type { Interval } from '../../time/sweepIntervals.js';
import type { Session } from './listSessions.js';
import type { LostEvent, TrackedStay } from './OccupancyTracker.js';

interface Tracked {
  readonly stays: readonly TrackedStay[];
  readonly sessions: readonly Session[];
  readonly lostEvents: readonly LostEvent[];
}

/** What of a meeting belongs to a period: stays and sessions are cut where it starts and ends. */
export function cutToPeriod(period: Interval, { stays, sessions, lostEvents }: Tracked): Tracked {
  const isIn = (start: number, end: number) =>
    period.from < period.to && start < period.to && (end > period.from || start >= period.from);
  const cutStart = (start: number | null) => (start === null ? null : Math.max(start, period.from));
  return {
    stays: stays
      .filter(({ from, to }) => isIn(from ?? to, to))
      .map((stay) => ({
        ...stay,
        from: cutStart(stay.from),
        ...(stay.to > period.to && { to: period.to, closedBy: 'period-ended' }),
      })),
    sessions: sessions
      .filter(({ start, end }) => isIn(start ?? end!, end ?? Infinity))
      .map((session) => ({
        ...session,
        start: cutStart(session.start),
        end: session.end === null ? null : Math.min(session.end, period.to),
      })),
    lostEvents: lostEvents.filter(({ at }) => isIn(at, at)),
  };
}
