import { isMachine, sampleNetwork } from '../core/index.js';
import type { Meeting, Session, Stay, World } from '../core/index.js';

const MINUTE = 60_000;

/** More than five hours of samples, one every two seconds. */
const MOST_SAMPLES = 10_000;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A stay within a session, or within the time a room was active. */
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
  /** The average. */
  readonly rating: number | null;
  readonly totalRatings: number | null;
}

/** Counts the matching stays: each connection's minutes are rounded up on their own, then added. */
function countVisits(visits: readonly Visit[], matches: (stay: Stay) => boolean) {
  const counted = visits.filter(({ stay }) => matches(stay));
  const minutes = counted.reduce((sum, { span }) => sum + Math.ceil((span.to - span.from) / MINUTE), 0);
  return { minutes, unique: new Set(counted.map(({ stay }) => stay.deviceId)).size };
}

function computeTotals(visits: readonly Visit[]): Totals {
  const people = countVisits(visits, ({ role }) => !isMachine(role));
  const recorders = countVisits(visits, ({ role }) => role === 'recorder');
  const streamers = countVisits(visits, ({ role }) => role === 'streamer');
  return {
    totalParticipantMinutes: people.minutes,
    totalRecorderMinutes: recorders.minutes,
    totalStreamerMinutes: streamers.minutes,
    totalUniqueParticipants: people.unique,
    totalUniqueRecorders: recorders.unique,
    totalUniqueStreamers: streamers.unique,
  };
}

/** What happened in the rooms, as it was known at the time `asOf`. */
export function createInsights(world: World, asOf: number) {
  const { state, rules } = world;
  const getActiveEnd = (meeting: Meeting) => meeting.endDate + rules.deactivateAfterMs;

  const listStays = (meeting: Meeting): Stay[] =>
    meeting.stayIds.flatMap((id) => {
      const stay = state.stays[id];
      return stay && stay.joinedAt <= asOf ? [stay] : [];
    });

  /** Everyone who was there during a span, each with the part of their stay that lies in it. */
  const listVisits = (meeting: Meeting, { from, to }: Span): Visit[] =>
    listStays(meeting).flatMap((stay) => {
      const span = {
        from: Math.max(stay.joinedAt, from),
        to: Math.min(stay.leftAt ?? asOf, asOf, to, getActiveEnd(meeting)),
      };
      // Whoever is there when the span begins counts from its first moment; whoever leaves at that moment does not.
      const isThere = stay.joinedAt === span.from || (stay.leftAt ?? Infinity) > span.from;
      return span.to > span.from || (span.to === span.from && isThere) ? [{ stay, span }] : [];
    });

  const listSessions = (meeting: Meeting): Session[] =>
    meeting.sessionIds.flatMap((id) => {
      const session = state.sessions[id];
      return session && session.startedAt <= asOf ? [session] : [];
    });

  /** When a session ended, null while it runs. */
  const getEnd = ({ endedAt }: Session) => (endedAt !== null && endedAt <= asOf ? endedAt : null);

  const listSessionVisits = (meeting: Meeting, session: Session) =>
    listVisits(meeting, { from: session.startedAt, to: getEnd(session) ?? asOf });

  /** How the participants rated a session. Like the service's, both fields are null if nobody was asked. */
  const computeRatings = (meeting: Meeting, session: Session | undefined): Ratings => {
    const given = listStays(meeting).flatMap(({ rating }) =>
      rating && rating.roomSessionId === session?.roomSessionId ? [rating.rating] : [],
    );
    const sum = given.reduce((total, each) => total + each, 0);
    return given.length
      ? { rating: Math.round((sum / given.length) * 10) / 10, totalRatings: given.length }
      : { rating: null, totalRatings: null };
  };

  /** A sample of a connection every so many ms, from when it began. */
  const sampleStay = (meeting: Meeting, stay: Stay, everyMs: number) => {
    const until = Math.min(stay.leftAt ?? asOf, asOf, getActiveEnd(meeting));
    const others = listStays(meeting).filter((other) => other !== stay && !isMachine(other.role));
    const count = Math.min(MOST_SAMPLES, Math.ceil((until - stay.joinedAt) / everyMs));
    return Array.from({ length: Math.max(0, count) }, (_, index) =>
      sampleNetwork(stay, others, stay.joinedAt + index * everyMs),
    );
  };

  return {
    computeRatings,
    sampleStay,
    listSessions,
    listSessionVisits,
    getEnd,
    /** When someone left, null while they are there. */
    getLeaveTime: ({ leftAt }: Stay) => (leftAt !== null && leftAt <= asOf ? leftAt : null),
    computeRoomTotals: (meeting: Meeting) => computeTotals(listVisits(meeting, { from: 0, to: asOf })),
    computeSessionTotals: (meeting: Meeting, session: Session) => computeTotals(listSessionVisits(meeting, session)),
    wasVisited: (meeting: Meeting) => listStays(meeting).length > 0,
  };
}
