import { isMachine } from '../core/index.js';
import type { Meeting, Session, Stay, World } from '../core/index.js';

const MINUTE = 60_000;

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
      return span.to > span.from || (span.to === span.from && stay.joinedAt === span.from) ? [{ stay, span }] : [];
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

  return {
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
