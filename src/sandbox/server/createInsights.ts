import { isMachine, sampleAt } from '../core/index.js';
import type { Meeting, Session, Stay, World } from '../core/index.js';

const MINUTE = 60_000;

/** More than five hours of them, one every two seconds. */
const MOST_SAMPLES = 10_000;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A stay within a session, or within a room's active time. */
export interface Visit {
  readonly stay: Stay;
  /** The part of the stay that counts. */
  readonly span: Span;
}

export interface Totals {
  readonly totalParticipantMinutes: number;
  readonly totalRecorderMinutes: number;
  readonly totalStreamerMinutes: number;
  readonly totalUniqueParticipants: number;
  readonly totalUniqueRecorders: number;
  readonly totalUniqueStreamers: number;
}

export interface Ratings {
  /** Their average. */
  readonly rating: number | null;
  readonly totalRatings: number | null;
}

/** What happened in rooms, as known at one time. Each connection's minutes are rounded up by themselves, then added. */
export function createInsights(world: World, asOf: number) {
  const { state, rules } = world;
  const activeUntil = (meeting: Meeting) => meeting.endDate + rules.deactivateAfterMs;

  const staysOf = (meeting: Meeting): Stay[] =>
    meeting.stayIds.flatMap((id) => {
      const stay = state.stays[id];
      return stay && stay.joinedAt <= asOf ? [stay] : [];
    });

  /** Those who were there during a span, each with the part of their stay that lies in it. */
  const visits = (meeting: Meeting, { from, to }: Span): Visit[] =>
    staysOf(meeting).flatMap((stay) => {
      const span = {
        from: Math.max(stay.joinedAt, from),
        to: Math.min(stay.leftAt ?? asOf, asOf, to, activeUntil(meeting)),
      };
      // Who is there when it begins is part of it from the first moment; who leaves that moment is not.
      const isThere = stay.joinedAt === span.from || (stay.leftAt ?? Infinity) > span.from;
      return span.to > span.from || (span.to === span.from && isThere) ? [{ stay, span }] : [];
    });

  const totals = (of: readonly Visit[]): Totals => {
    const count = (belongs: (stay: Stay) => boolean) => {
      const counted = of.filter(({ stay }) => belongs(stay));
      const minutes = counted.reduce((sum, { span }) => sum + Math.ceil((span.to - span.from) / MINUTE), 0);
      return { minutes, unique: new Set(counted.map(({ stay }) => stay.deviceId)).size };
    };
    const people = count(({ role }) => !isMachine(role));
    const recorders = count(({ role }) => role === 'recorder');
    const streamers = count(({ role }) => role === 'streamer');
    return {
      totalParticipantMinutes: people.minutes,
      totalRecorderMinutes: recorders.minutes,
      totalStreamerMinutes: streamers.minutes,
      totalUniqueParticipants: people.unique,
      totalUniqueRecorders: recorders.unique,
      totalUniqueStreamers: streamers.unique,
    };
  };

  const sessionsOf = (meeting: Meeting): Session[] =>
    meeting.sessionIds.flatMap((id) => {
      const session = state.sessions[id];
      return session && session.startedAt <= asOf ? [session] : [];
    });

  /** When it was over, null while it goes on. */
  const endOf = ({ endedAt }: Session) => (endedAt !== null && endedAt <= asOf ? endedAt : null);

  /** What those who were in a session said of it. The service leaves both null where nobody was asked. */
  const ratings = (meeting: Meeting, session: Session | undefined): Ratings => {
    const given = staysOf(meeting).flatMap(({ rating }) =>
      rating && rating.roomSessionId === session?.roomSessionId ? [rating.rating] : [],
    );
    const sum = given.reduce((total, each) => total + each, 0);
    return given.length
      ? { rating: Math.round((sum / given.length) * 10) / 10, totalRatings: given.length }
      : { rating: null, totalRatings: null };
  };

  /** How a connection went, a sample every so many ms from when it began. */
  const samples = (meeting: Meeting, stay: Stay, everyMs: number) => {
    const until = Math.min(stay.leftAt ?? asOf, asOf, activeUntil(meeting));
    const others = staysOf(meeting).filter((other) => other !== stay && !isMachine(other.role));
    const count = Math.min(MOST_SAMPLES, Math.ceil((until - stay.joinedAt) / everyMs));
    return Array.from({ length: Math.max(0, count) }, (_, index) =>
      sampleAt(stay, others, stay.joinedAt + index * everyMs),
    );
  };

  return {
    ratings,
    samples,
    sessionsOf,
    endOf,
    /** When someone left, null while they are there. */
    leftAt: ({ leftAt }: Stay) => (leftAt !== null && leftAt <= asOf ? leftAt : null),
    roomTotals: (meeting: Meeting) => totals(visits(meeting, { from: 0, to: asOf })),
    sessionTotals: (meeting: Meeting, session: Session) =>
      totals(visits(meeting, { from: session.startedAt, to: endOf(session) ?? asOf })),
    sessionVisits: (meeting: Meeting, session: Session) =>
      visits(meeting, { from: session.startedAt, to: endOf(session) ?? asOf }),
    wasVisited: (meeting: Meeting) => staysOf(meeting).length > 0,
  };
}
